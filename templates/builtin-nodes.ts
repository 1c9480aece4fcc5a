import type { NodePart } from './template.ts';
import type { Text } from './words.ts';

type Place = [number, number];
type Extra = Partial<NodePart>;

/** A node that n8n brings with it. */
export function builtin(
	type: string,
	version: number,
	key: string,
	name: Text,
	at: Place,
	parameters: object,
	extra: Extra = {},
): NodePart {
	return { key, name, type: `n8n-nodes-base.${type}`, version, at, parameters, ...extra };
}

/** Fields of a new item, by name; a value may be a text, an expression or either in both languages. */
export function setNode(
	key: string,
	name: Text,
	at: Place,
	fields: [name: Text | string, value: Text | string, type?: string][],
	more: object = {},
	extra: Extra = {},
): NodePart {
	const assignments = fields.map(([field, value, type = 'string'], index) => ({
		...{ id: `${key}-${index + 1}`, name: field, value, type },
	}));
	return builtin('set', 3.4, key, name, at, { assignments: { assignments }, ...more, options: {} }, extra);
}

interface Test {
	/** An expression. */
	left: Text | string;
	operation: string;
	type?: 'string' | 'boolean' | 'number' | 'array';
	right?: Text | string;
}

/** A condition as If, Filter and Switch hold it. */
export function conditions(key: string, tests: Test[], combinator = 'and'): object {
	return {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
		conditions: tests.map(({ left, operation, type = 'string', right }, index) => ({
			...{ id: `${key}-${index + 1}`, leftValue: left, rightValue: right ?? '' },
			operator: { type, operation, ...(right === undefined ? { singleValue: true } : {}) },
		})),
		combinator,
	};
}

/** Two ways: the first when the condition holds. */
export function ifNode(key: string, name: Text, at: Place, tests: Test[], combinator?: string): NodePart {
	const parameters = {
		conditions: conditions(key, tests, combinator),
		looseTypeValidation: true,
		options: {},
	};
	return builtin('if', 2.2, key, name, at, parameters);
}

/** Lets only some items through. */
export function filterNode(key: string, name: Text, at: Place, tests: Test[], combinator?: string): NodePart {
	const parameters = {
		conditions: conditions(key, tests, combinator),
		looseTypeValidation: true,
		options: {},
	};
	return builtin('filter', 2.2, key, name, at, parameters);
}
