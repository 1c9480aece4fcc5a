import type { INodeProperties } from 'n8n-workflow';

/** One operation of a node, as the editor shows it. */
export interface ShownOperation {
	value: string;
	name: string;
	/** As the node panel lists it, e.g. "Pause conversation". */
	action: string;
	description: string;
	/** Its fields; for which resource and operation they show is added by the resource. */
	properties: INodeProperties[];
}

/** The same with what it does beside it. */
export interface Operation<Run> extends ShownOperation {
	run: Run;
}

/** A thing that a node works on, with what can be done with it. */
export interface Resource<One extends ShownOperation> {
	value: string;
	name: string;
	operations: One[];
	/** The operation that a new node starts with. */
	default: string;
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);

const OPERATION: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [],
	default: '',
};

/** The choice of the resource. */
export function resourceParameter(
	resources: readonly Resource<ShownOperation>[],
	byDefault: string,
): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })).sort(byName),
		default: byDefault,
	};
}

/** The choice of the operation, and the fields of each operation shown with it alone. */
export function propertiesOf(resource: Resource<ShownOperation>): INodeProperties[] {
	const show = { resource: [resource.value] };
	const choice: INodeProperties = {
		...OPERATION,
		displayOptions: { show },
		options: resource.operations
			.map(({ name, value, description, action }) => ({ name, value, description, action }))
			.sort(byName),
		default: resource.default,
	};
	const fields = resource.operations.flatMap(({ value, properties }) =>
		properties.map((property) => ({
			...property,
			displayOptions: {
				...property.displayOptions,
				show: { ...show, operation: [value], ...property.displayOptions?.show },
			},
		})),
	);
	return [choice, ...fields];
}
