import type { INodeProperties } from 'n8n-workflow';

export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Message', value: 'message' }],
		default: 'message',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['message'] } },
		options: [
			{
				name: 'Send Follow-Up',
				value: 'sendFollowUp',
				description: 'Send what Follow-Up Evaluate decided, after a last check of every rule',
				action: 'Send follow up message',
			},
		],
		default: 'sendFollowUp',
	},
];
