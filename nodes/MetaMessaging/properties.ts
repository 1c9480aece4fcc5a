import type { INodeProperties } from 'n8n-workflow';
import { propertiesOf, resourceParameter } from '../shared/operation.ts';
import { storeParameter } from '../shared/store-parameter.ts';
import { message } from './message/index.ts';
import { template } from './template/index.ts';

const resources = [message, template];
const ofEach = resources.flatMap(propertiesOf);
const isChoice = ({ name }: INodeProperties): boolean => name === 'operation';

export const properties: INodeProperties[] = [
	resourceParameter(resources, 'message'),
	...ofEach.filter(isChoice),
	// Right below the choices, so that n8n shows the credentials here and not under all fields: lists of templates need them.
	{
		...storeParameter,
		displayOptions: {
			show: { resource: ['message'] },
			// These look at a file and at nothing else.
			hide: { operation: ['getMedia', 'transcribe'] },
		},
	},
	...ofEach.filter((one) => !isChoice(one)),
];
