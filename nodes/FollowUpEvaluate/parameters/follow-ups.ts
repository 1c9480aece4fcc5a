import type { INodeProperties } from 'n8n-workflow';
import { FOLLOW_UP_CATALOGUE } from '../../../lib/index.ts';
import { parametersOf } from './from-catalogue.ts';
import { templateFields } from './template-fields.ts';

const fields = Object.entries(FOLLOW_UP_CATALOGUE).flatMap(([key, field]) => parametersOf(key, field));

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
	options: [{ displayName: 'Follow-Up', name: 'values', values: [...fields, ...templateFields] }],
};
