import type { INodeProperties } from 'n8n-workflow';
import { CHANNEL_OPTIONS } from '../../../shared/channels.ts';

const period: INodeProperties = {
	displayName: 'Period',
	name: 'period',
	type: 'options',
	options: [
		{ name: 'From a Time Until Another', value: 'custom' },
		{ name: 'Last 30 Days', value: '30' },
		{ name: 'Last 7 Days', value: '7' },
		{ name: 'Last 90 Days', value: '90' },
	],
	default: '30',
	description: 'Which follow-ups count: by the time they were sent or, if they were not, ended or are due',
};

const custom: INodeProperties[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		required: true,
		displayOptions: { show: { period: ['custom'] } },
		description: 'Follow-ups of this time or later count',
	},
	{
		displayName: 'Until',
		name: 'until',
		type: 'dateTime',
		default: '',
		displayOptions: { show: { period: ['custom'] } },
		description: 'Follow-ups before this time count. Leave empty for now.',
	},
];

const groupBy: INodeProperties = {
	displayName: 'Group By',
	name: 'groupBy',
	type: 'options',
	options: [
		{ name: 'Chatbot', value: 'byChatbot', description: 'One item per chatbot' },
		{ name: 'Day', value: 'byDay', description: 'One item per day, also for days without any follow-up' },
		{ name: 'Follow-Up', value: 'byFollowUp', description: 'One item per follow-up' },
		{ name: 'Hold-Out Comparison', value: 'holdOut', description: 'One item per chatbot with its effect' },
		{
			name: 'Hour of the Day',
			value: 'byHour',
			description: '24 items: how many replied by hour of sending',
		},
		{ name: 'Nothing', value: 'nothing', description: 'One item with everything' },
	],
	default: 'nothing',
	description: 'What one output item stands for',
};

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		{
			displayName: 'Chatbot ID',
			name: 'chatbot',
			type: 'string',
			default: '',
			placeholder: 'e.g. Xb4kQ0sT1uVw2xYz',
			description: 'As it stands on Follow-Up Evaluate; by default the ID of its workflow',
		},
		{
			displayName: 'Follow-Up',
			name: 'followUp',
			type: 'string',
			default: '',
			placeholder: 'e.g. Appointment reminder',
			description: 'Its name or its ID',
		},
		{
			displayName: 'Platform',
			name: 'platform',
			type: 'options',
			options: CHANNEL_OPTIONS,
			default: 'whatsapp',
		},
	],
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Conversion Time (Days)',
			name: 'conversionDays',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 90 },
			default: 7,
			description: 'How long after a follow-up a conversation marked as converted counts for it',
		},
		{
			displayName: 'Detectable Difference (Percentage Points)',
			name: 'detectableDifference',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 50 },
			default: 10,
			description:
				'The difference in reply rates worth finding. The smaller it is, the more held-out conversations are needed before the comparison is judged.',
		},
		{
			displayName: 'Reply Time (Hours)',
			name: 'replyHours',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 720 },
			default: 72,
			description: 'How long after a follow-up a customer message still counts as a reply to it',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. America/Bogota',
			description: 'For days and hours of the day; the time zone of the workflow if left empty',
		},
	],
};

/** What is counted, how, and what an item stands for. */
export const statisticsFields: INodeProperties[] = [period, ...custom, groupBy, filters, options];
