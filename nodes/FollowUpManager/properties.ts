import type { INodeProperties } from 'n8n-workflow';
import { propertiesOf, resourceParameter } from '../shared/operation.ts';
import { storeParameter } from '../shared/store-parameter.ts';
import { resources } from './resources/index.ts';

export const properties: INodeProperties[] = [
	resourceParameter(resources, 'followUp'),
	...resources.flatMap(propertiesOf),
	storeParameter,
];
