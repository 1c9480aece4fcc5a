import type { INodeProperties } from 'n8n-workflow';
import { propertiesOf, resourceParameter } from '../shared/operation.ts';
import { storeParameter } from '../shared/store-parameter.ts';
import { message } from './message/index.ts';
import { template } from './template/index.ts';

export const properties: INodeProperties[] = [
	resourceParameter([message, template], 'message'),
	...propertiesOf(message),
	...propertiesOf(template),
	{
		...storeParameter,
		displayOptions: {
			show: { resource: ['message'] },
			// These look at a file and at nothing else.
			hide: { operation: ['getMedia', 'transcribe'] },
		},
	},
];
