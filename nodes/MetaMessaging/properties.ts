import type { INodeProperties } from 'n8n-workflow';
import { storeParameter } from '../shared/store-parameter.ts';
import { messageProperties } from './message/index.ts';
import { templateProperties } from './template/index.ts';

export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Message', value: 'message' },
			{ name: 'Template', value: 'template' },
		],
		default: 'message',
	},
	...messageProperties,
	...templateProperties,
	{ ...storeParameter, displayOptions: { show: { resource: ['message'] } } },
];
