import type { INodeProperties } from 'n8n-workflow';
import { storeParameter } from '../shared/store-parameter.ts';
import type { ManagerResource } from './operation.ts';
import { resources } from './resources/index.ts';

const resourceParameter: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: resources.map(({ name, value }) => ({ name, value })).sort((a, b) => a.name.localeCompare(b.name)),
	default: 'followUp',
};

const operationParameter: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [],
	default: '',
};

/** The choice of the operation, and the fields of each operation shown with it alone. */
function propertiesOf(resource: ManagerResource): INodeProperties[] {
	const show = { resource: [resource.value] };
	const choice: INodeProperties = {
		...operationParameter,
		displayOptions: { show },
		options: resource.operations
			.map(({ name, value, description, action }) => ({ name, value, description, action }))
			.sort((a, b) => a.name.localeCompare(b.name)),
		default: resource.default,
	};
	const fields = resource.operations.flatMap(({ value, properties: own }) =>
		own.map((property) => ({
			...property,
			displayOptions: {
				...property.displayOptions,
				show: { ...show, operation: [value], ...property.displayOptions?.show },
			},
		})),
	);
	return [choice, ...fields];
}

export const properties: INodeProperties[] = [
	resourceParameter,
	...resources.flatMap(propertiesOf),
	storeParameter,
];
