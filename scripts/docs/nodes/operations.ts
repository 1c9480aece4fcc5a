import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { fieldLines } from './field-lines.ts';
import type { PageWords } from './page-words.ts';

/** One operation of a node, with the fields that the editor shows for it. */
export interface Operation {
	resource: string;
	name: string;
	description: string;
	fields: INodeProperties[];
}

/** From here on it is easier to read a field once than with each operation. */
const SHARED_FROM = 3;

/** Every operation of a node in the order of the editor; none for a node that does one thing. */
export function operationsOf(properties: readonly INodeProperties[]): Operation[] {
	const resources = properties.find(({ name }) => name === 'resource');
	return ((resources?.options ?? []) as INodePropertyOptions[]).flatMap((resource) => {
		const own = properties.filter(
			({ name, displayOptions }) =>
				name !== 'resource' && fits(displayOptions?.show?.resource, resource.value),
		);
		const choices = own
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options }) => options as INodePropertyOptions[]);
		return choices.map(({ name, value, description }) => ({
			resource: resource.name,
			name,
			description: description ?? '',
			fields: own.filter(
				(field) =>
					field.name !== 'operation' &&
					fits(field.displayOptions?.show?.operation, value) &&
					!field.displayOptions?.hide?.operation?.includes(value),
			),
		}));
	});
}

const fits = (wanted: readonly unknown[] | undefined, value: unknown) =>
	wanted === undefined || wanted.includes(value);

/** The lines of the fields that several operations have in the very same form, by their names. */
export function sharedFields(
	operations: readonly Operation[],
	around: readonly INodeProperties[],
	words: PageWords,
): Map<string, string> {
	const times = new Map<string, { name: string; count: number }>();
	for (const { fields } of operations) {
		for (const field of fields) {
			if (field.type === 'notice' || field.type === 'hidden') continue;
			const block = fieldLines([field], around, words).join('\n');
			times.set(block, { name: field.displayName, count: (times.get(block)?.count ?? 0) + 1 });
		}
	}
	const often = [...times].filter(([, { count }]) => count >= SHARED_FROM);
	// Two forms of one name are told apart only where they stand.
	const isOnly = (name: string) => often.filter(([, one]) => one.name === name).length === 1;
	return new Map(
		often.filter(([, { name }]) => isOnly(name)).map(([block, { name }]): [string, string] => [name, block]),
	);
}
