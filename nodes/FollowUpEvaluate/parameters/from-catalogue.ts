import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { CatalogueChoice, CatalogueField, FieldForm } from '../../../lib/index.ts';

/** What n8n calls each kind of input. */
const TYPES = {
	text: 'string',
	number: 'number',
	switch: 'boolean',
	'one of': 'options',
	'some of': 'multiOptions',
} as const;

const EMPTY = { text: '', number: 0, switch: false, 'one of': '', 'some of': [] } as const;

/** The parameters of a node for a field of the catalogue; none for one that has a control of its own. */
export function parametersOf(key: string, field: CatalogueField): INodeProperties[] {
	return field.forms.filter(({ asOption }) => !asOption).map((form) => parameterOf(key, field, form));
}

/** The same for what is added under "Add option". */
export function optionsOf(key: string, field: CatalogueField): INodeProperties[] {
	return field.forms.filter(({ asOption }) => asOption).map((form) => parameterOf(key, field, form));
}

/** n8n lists what can be added by the alphabet. */
export const byName = (one: INodeProperties, other: INodeProperties): number =>
	one.displayName.localeCompare(other.displayName);

function parameterOf(key: string, field: CatalogueField, form: FieldForm): INodeProperties {
	const { label, description, input, required, when, as = key } = form;
	return {
		displayName: label,
		name: as,
		type: TYPES[input.kind],
		...typeOptionsOf(form),
		...('choices' in input ? { options: input.choices.map(optionOf) } : {}),
		default: defaultOf(field, form),
		...(required ? { required } : {}),
		...(input.kind === 'text' && input.placeholder ? { placeholder: input.placeholder } : {}),
		...(description ? { description } : {}),
		...(when ? { displayOptions: shownWhen(when) } : {}),
	};
}

function optionOf({ name, value, description }: CatalogueChoice): INodePropertyOptions {
	return { name, value, ...(description ? { description } : {}) };
}

function typeOptionsOf({ input }: FieldForm): Pick<INodeProperties, 'typeOptions'> {
	if (input.kind === 'text' && input.rows !== undefined) return { typeOptions: { rows: input.rows } };
	if (input.kind !== 'number') return {};
	const { min, max } = input;
	return {
		typeOptions: {
			...(min === undefined ? {} : { minValue: min }),
			...(max === undefined ? {} : { maxValue: max }),
		},
	};
}

function shownWhen({ key, is }: NonNullable<FieldForm['when']>): IDisplayOptions {
	return { show: { [key]: [...is] } };
}

/** The default of the definition, so that a field left alone means the same on the form and in JSON. */
function defaultOf({ check }: CatalogueField, { startsWith, input }: FieldForm): INodeProperties['default'] {
	if (startsWith !== undefined) return startsWith;
	const { success, data } = check.safeParse(undefined);
	const empty = EMPTY[input.kind];
	return (success && typeof data === typeof empty ? data : empty) as INodeProperties['default'];
}
