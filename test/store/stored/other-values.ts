import type { Field } from '../../../lib/follow-up/catalogue/field.ts';

/**
 * A value that is not the default for each field of a catalogue that is not given one, found by how the form asks for it:
 * a new field is stored and read in these tests without standing in them.
 */
export function otherValues(
	catalogue: Readonly<Record<string, Field>>,
	given: object,
): Record<string, unknown> {
	const others = Object.entries(catalogue).filter(([key]) => !(key in given));
	return Object.fromEntries(others.map(([key, field]) => [key, otherValue(key, field)]));
}

function otherValue(key: string, { forms, check }: Field): unknown {
	const byDefault = check.safeParse(undefined).data;
	const input = forms[0]?.input;
	switch (input?.kind) {
		case 'switch':
			return byDefault !== true;
		case 'number':
			return byDefault === input.max ? input.min : input.max;
		case 'text':
			return (input.placeholder ?? 'Some text').replace(/^e\.g\. /, '');
		case 'one of':
			return input.choices.find(({ value }) => value !== byDefault)?.value;
		case 'some of':
			return [input.choices[0]?.value];
		default:
			throw new Error(`Nobody knows what a value of ${key} looks like; give it one in every-field.ts`);
	}
}
