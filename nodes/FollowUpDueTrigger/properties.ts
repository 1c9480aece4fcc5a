import type { INodeProperties } from 'n8n-workflow';
import { chatbotParameter } from '../shared/chatbot-parameter';

export const properties: INodeProperties[] = [
	chatbotParameter,
	{
		displayName: 'Check Every',
		name: 'interval',
		type: 'options',
		options: [
			{ name: '5 Seconds', value: 5 },
			{ name: '10 Seconds', value: 10 },
			{ name: '15 Seconds', value: 15 },
			{ name: '30 Seconds', value: 30 },
			{ name: '1 Minute', value: 60 },
			{ name: '5 Minutes', value: 300 },
			{ name: '15 Minutes', value: 900 },
		],
		default: 30,
		description: 'How often to look for due follow-ups. Looking costs no execution; only due follow-ups do.',
	},
	{
		displayName: 'Settings',
		name: 'settings',
		type: 'collection',
		placeholder: 'Add setting',
		default: {},
		options: [
			{
				displayName: 'Batch Size',
				name: 'batchSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 500 },
				default: 50,
				description: 'How many due follow-ups one execution takes at most',
			},
			{
				displayName: 'Executions at Once',
				name: 'maxExecutions',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 50 },
				default: 1,
				description: 'How many executions of this trigger may run at the same time',
			},
			{
				displayName: 'Lease Minutes',
				name: 'leaseMinutes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 120 },
				default: 10,
				description: 'After how many minutes a follow-up whose execution never finished is taken up again',
			},
		],
	},
];
