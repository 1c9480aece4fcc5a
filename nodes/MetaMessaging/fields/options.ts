import type { INodeProperties } from 'n8n-workflow';

const linkedPage: INodeProperties = {
	displayName: 'Linked Page ID',
	name: 'linkedPage',
	type: 'string',
	default: '',
	placeholder: 'e.g. 400000000000001',
	description: 'Only for an Instagram account that is linked to a Page: messages then go through the Page',
};

const pace: INodeProperties = {
	displayName: 'Messages per Second',
	name: 'messagesPerSecond',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 1000 },
	default: 80,
	description:
		'What Meta lets the account send: 80 on WhatsApp, 20 for a number that is also used in the WhatsApp Business app. All runs together keep to it.',
};

const cost: INodeProperties[] = [
	{
		displayName: 'Monthly Budget',
		name: 'monthlyBudget',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 4 },
		default: 0,
		description:
			'What the account may spend in a calendar month, in the currency of the rate table. Messages that would go beyond are not sent, and neither are those whose cost is not known.',
	},
	{
		displayName: 'Rate Table',
		name: 'rateTable',
		type: 'json',
		default: '',
		placeholder:
			'e.g. { "date": "2026-10-01", "source": "Meta", "currency": "USD", "rates": { "CO": { "marketing": 0.01 } } }',
		description: 'Your own rates instead of the few that come with this package',
	},
];

const guards: INodeProperties[] = [
	{
		displayName: 'Ignore Opt-Out',
		name: 'ignoreOptOut',
		type: 'boolean',
		default: false,
		description:
			'Whether to write to a customer who asked for no more messages. Only for what the customer has asked for since.',
	},
	{
		displayName: 'Leave Window to Meta',
		name: 'leaveWindowToMeta',
		type: 'boolean',
		default: false,
		description:
			'Whether to send without knowing if the 24-hour messaging window is open. For customers whose messages do not come in through Meta Messaging Trigger.',
	},
];

function collection(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}

export const followUpOptions = collection([linkedPage, pace, ...cost]);
export const messageOptions = collection([linkedPage, pace, ...cost, ...guards]);
export const readOptions = collection([linkedPage]);
