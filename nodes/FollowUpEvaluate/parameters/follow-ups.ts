import type { INodeProperties } from 'n8n-workflow';
import { FOLLOW_UP_CATALOGUE } from '../../../lib/index.ts';
import { byName, optionsOf, parametersOf } from './from-catalogue.ts';
import { templateParameter, templateVariablesParameter } from './template-fields.ts';

const catalogue = Object.entries(FOLLOW_UP_CATALOGUE);
const fields = catalogue.flatMap(([key, field]) => parametersOf(key, field));

/** What most people leave as it is. */
const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...catalogue.flatMap(([key, field]) => optionsOf(key, field)), templateVariablesParameter].sort(
		byName,
	),
};

/** The list of follow-ups, in the order in which they take precedence. */
export const followUpsParameter: INodeProperties = {
	displayName: 'Follow-Ups',
	name: 'followUps',
	type: 'fixedCollection',
	placeholder: 'Add Follow-Up',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		fixedCollection: { itemTitle: '={{ $collection.item.value.name }}' },
	},
	default: {},
	description: 'What to send, when, and in which situation. At most 5 may be active.',
	displayOptions: { show: { defineFollowUps: ['inNode'] } },
	options: [{ displayName: 'Follow-Up', name: 'values', values: [...fields, templateParameter, options] }],
};
