import type { INodeProperties } from 'n8n-workflow';
import { COLOURS } from './colours.ts';
import { templateFields } from './template-fields.ts';

const basics: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Appointment reminder - 4 hours',
		description: 'A name by which you know this follow-up; at most 100 characters, and each one different',
	},
	{
		displayName: 'Colour',
		name: 'colour',
		type: 'options',
		options: COLOURS,
		default: '',
		description: 'A label for grouping and filtering',
	},
	{
		displayName: 'Active',
		name: 'active',
		type: 'boolean',
		default: true,
		description: 'Whether this follow-up is used. Switching it off also ends what is already scheduled.',
	},
	{
		displayName: 'Platforms',
		name: 'platforms',
		type: 'multiOptions',
		options: [
			{ name: 'Instagram', value: 'instagram' },
			{ name: 'Messenger', value: 'messenger' },
			{ name: 'WhatsApp', value: 'whatsapp' },
		],
		default: ['whatsapp', 'instagram', 'messenger'],
		description: 'Where this follow-up may be sent',
	},
];

const timing: INodeProperties[] = [
	{
		displayName: 'Timing',
		name: 'timing',
		type: 'options',
		options: [
			{ name: 'Fixed Delay', value: 'manual', description: 'A set time after the customer went silent' },
			{
				name: 'Let AI Decide',
				value: 'ai',
				description: 'The AI chooses the moment. Works on WhatsApp; elsewhere the delay below is used.',
			},
		],
		default: 'manual',
		description: 'When to send it after the customer went silent',
	},
	{
		displayName: 'Delay',
		name: 'delay',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 4,
		description:
			"How long after the customer's last message. On Instagram and Messenger, and on WhatsApp without a template, more than 24 hours is moved to the end of the 24-hour window.",
	},
	{
		displayName: 'Delay Unit',
		name: 'delayUnit',
		type: 'options',
		options: [
			{ name: 'Minutes', value: 'minutes' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Days', value: 'days' },
		],
		default: 'hours',
	},
	{
		displayName: 'Delay Counts From',
		name: 'anchor',
		type: 'options',
		options: [
			{ name: "Customer's Last Message", value: 'customer' },
			{
				name: 'Last Message From Anyone',
				value: 'anyone',
				description: 'A message of the business makes the silence begin anew',
			},
		],
		default: 'customer',
		description: 'When the silence began that the delay counts from',
	},
];

const content: INodeProperties[] = [
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. When a customer shows interest in an appointment but does not confirm date and time',
		description:
			'Tells the AI when and why to send this follow-up: the situation, the condition, and what it should achieve',
	},
	{
		displayName: 'Message',
		name: 'messageSource',
		type: 'options',
		options: [
			{ name: 'Written by AI', value: 'ai', description: 'Fitted to each conversation' },
			{ name: 'Fixed Text', value: 'fixed', description: 'The same text for everybody' },
		],
		default: 'ai',
		description: 'What to write inside the 24-hour window',
	},
	{
		displayName: 'Message Text',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Hi! We still have times this week. Which day suits you?',
		description: 'The text to send. May hold expressions, which are filled in when the follow-up comes due.',
		displayOptions: { show: { messageSource: ['fixed'] } },
	},
	{
		displayName: 'Fallback Text',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Hi! Shall we go on where we left off?',
		description:
			'Sent instead when the AI fails and Fixed Text When AI Fails is on in the settings; nothing is sent if it is empty',
		displayOptions: { show: { messageSource: ['ai'] } },
	},
	{
		displayName: 'Instructions for the AI',
		name: 'messageInstructions',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Friendly, at most two sentences, offer to call',
		description: 'Tone and content of the message',
		displayOptions: { show: { messageSource: ['ai'] } },
	},
];

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
	options: [
		{
			displayName: 'Follow-Up',
			name: 'values',
			values: [...basics, ...timing, ...content, ...templateFields],
		},
	],
};
