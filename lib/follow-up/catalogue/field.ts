import * as z from 'zod4';
import { numberFrom, yesOrNo } from '../fields.ts';
import { meantOrNone } from './meant.ts';

/** What a number counts; the node shows it behind the name, as in "Minimum Gap (Minutes)". */
export type Unit = 'minutes' | 'hours' | 'days' | 'percent' | 'follow-ups';

/** A value that a field can have. */
export interface Choice {
	name: string;
	value: string;
	/** Other words for it, as people write them into a table in Spanish. */
	words?: readonly string[];
	description?: string;
	/** The description in Spanish, for the docs. */
	es?: string;
}

/** How a field is filled in on a form. Without one it is written in JSON only, or the form has a control of its own. */
export type Input =
	| { kind: 'text'; rows?: number; placeholder?: string }
	| { kind: 'number'; min?: number; max?: number }
	| { kind: 'switch' }
	| { kind: 'one of' | 'some of'; choices: readonly Choice[] };

/** One place in which a field stands on a form; a field whose meaning depends on another has two. */
export interface Form {
	label: string;
	description?: string;
	/** The description in Spanish, for the docs; the editor of n8n is English. */
	es?: string;
	input: Input;
	required?: boolean;
	/** Shown when the field of that key has one of these values. */
	when?: { key: string; is: readonly string[] };
	/** What the form starts with, where that is not the default of the definition. */
	startsWith?: string;
	/** Stands among what can be added, as most people leave it as it is. */
	asOption?: boolean;
	/** Its name on the form, where another place of the field has the field's own. */
	as?: string;
}

/**
 * A field of a follow-up or of the settings, said once: the node's form, the defaults and checks of definitions in JSON,
 * the names in errors and the docs are all read from it.
 */
export interface Field<Check extends z.ZodType = z.ZodType> {
	/** Its name for people, without the unit. */
	label: string;
	unit?: Unit;
	/** Where it stands on the form; none for what has a control of its own. */
	forms: readonly Form[];
	/** Checks a value and gives it its form, the default included. */
	check: Check;
}

const UNIT_NAMES: Record<Unit, string> = {
	minutes: 'Minutes',
	hours: 'Hours',
	days: 'Days',
	percent: '%',
	'follow-ups': '',
};

type About = Omit<Form, 'input' | 'label'> & { label: string };

/** A number within bounds, with its unit in the name. */
export function numberField(
	{ label, ...about }: About,
	bounds: { min: number; max: number; unit: Unit; default: number; unitInName?: boolean },
) {
	const { min, max, unit, unitInName = true } = bounds;
	const shown = unitInName && UNIT_NAMES[unit] ? `${label} (${UNIT_NAMES[unit]})` : label;
	return {
		...{ label, unit },
		forms: [{ ...about, label: shown, input: { kind: 'number', min, max } }],
		check: numberFrom(min, max, unit).default(bounds.default),
	} satisfies Field;
}

/** Yes or no. */
export function switchField(about: About, byDefault: boolean) {
	return {
		label: about.label,
		forms: [{ ...about, input: { kind: 'switch' } }],
		check: yesOrNo.default(byDefault),
	} satisfies Field;
}

/** A text that may be left empty. */
export function textField(about: About, input: Omit<Extract<Input, { kind: 'text' }>, 'kind'> = {}) {
	return {
		label: about.label,
		forms: [{ ...about, input: { kind: 'text', ...input } }],
		check: z.string('must be text').default(''),
	} satisfies Field;
}

/** One of a few values; the first sentence of an error names them all. */
export function choiceField<const Value extends string>(
	about: About,
	choices: readonly (Choice & { value: Value })[],
	byDefault: NoInfer<Value>,
) {
	const values = choices.map(({ value }) => value) as [Value, ...Value[]];
	const last = values.at(-1);
	const known = z.enum(values, `must be ${values.slice(0, -1).join(', ')} or ${last}`).default(byDefault);
	// An empty cell and none at all come to the same.
	const check = z.preprocess((given) => meantOrNone(choices, given), known).prefault('');
	return {
		label: about.label,
		forms: [{ ...about, input: { kind: 'one of', choices } }],
		check,
	} satisfies Field;
}

/** The checks of a catalogue as the shape of an object. */
export function checksOf<const Fields extends Record<string, { check: z.ZodType }>>(
	fields: Fields,
): { [Key in keyof Fields]: Fields[Key]['check'] } {
	const checks = Object.fromEntries(Object.entries(fields).map(([key, { check }]) => [key, check]));
	return checks as { [Key in keyof Fields]: Fields[Key]['check'] };
}

/** The names for people by key. */
export function labelsOf(fields: Record<string, { label: string }>): Record<string, string> {
	return Object.fromEntries(Object.entries(fields).map(([key, { label }]) => [key, label]));
}
