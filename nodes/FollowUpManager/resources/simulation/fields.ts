import type { INodeProperties } from 'n8n-workflow';
import { modelParameters } from '../../../FollowUpEvaluate/parameters/model.ts';
import { range } from '../../fields/filters.ts';
import { limitFields } from '../../../shared/limit.ts';
import { accountIdField, CHANNEL_OPTIONS } from '../../../shared/channels.ts';
import { chatbotField } from '../follow-up/fields.ts';

const source: INodeProperties = {
	displayName: 'Conversations From',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Input Items',
			value: 'item',
			description:
				'Each item is one conversation: channel, conversation (messages with at, from and text) and, if wanted, stopCondition and followUps',
		},
		{ name: 'Store', value: 'store', description: 'Conversations that the Meta Messaging Trigger recorded' },
	],
	default: 'store',
	description: 'Which past conversations are played through. Nothing is sent and nothing is stored.',
};

const chatbot: INodeProperties = {
	...chatbotField,
	required: false,
	description:
		'Whose follow-ups to try, as Follow-Up Evaluate last registered them. With input items it may be left empty: then each item brings its own.',
};

const fromStore = { show: { source: ['store'] } };

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	displayOptions: fromStore,
	options: [
		accountIdField,
		{
			displayName: 'Customer',
			name: 'contact',
			type: 'string',
			default: '',
			placeholder: 'e.g. Ana or +573001112233',
			description: 'Part of their name, user name, phone number or ID',
		},
		...range('was last written'),
		{
			displayName: 'Platform',
			name: 'platform',
			type: 'options',
			options: CHANNEL_OPTIONS,
			default: 'whatsapp',
		},
	].sort((a, b) => a.displayName.localeCompare(b.displayName)) as INodeProperties[],
};

const output: INodeProperties = {
	displayName: 'Output',
	name: 'simulationOutput',
	type: 'options',
	options: [
		{ name: 'Every Conversation', value: 'conversations', description: 'One item with all its follow-ups' },
		{ name: 'Every Follow-Up', value: 'followUps', description: 'One item for each silence and follow-up' },
		{ name: 'Summary', value: 'summary', description: 'One item with the figures' },
	],
	default: 'followUps',
};

/** Of the models of Follow-Up Evaluate those that need no further input, and none unless one is chosen: a model costs money. */
const model: INodeProperties[] = modelParameters.map((field) =>
	field.name === 'decideBy'
		? {
				...field,
				options: field.options?.filter((option) => 'value' in option && option.value !== 'connectedModel'),
				default: 'rulesOnly',
				description:
					'With rules only every follow-up is taken to fit, and texts by AI stay unwritten. A model is asked for every follow-up that comes due, which costs tokens.',
			}
		: field,
);

/** Which conversations, with which follow-ups, decided by whom, and what an item stands for. */
export const simulationFields: INodeProperties[] = [
	source,
	chatbot,
	...limitFields.map((field) => ({
		...field,
		displayOptions: { show: { ...fromStore.show, ...field.displayOptions?.show } },
	})),
	filters,
	...model,
	output,
];
