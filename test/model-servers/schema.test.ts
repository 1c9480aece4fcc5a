import { ANSWER_JSON_SCHEMA } from '../../lib/ai/answer.ts';

/** Every object inside a schema. */
function partsOf(schema: unknown): Record<string, unknown>[] {
	if (typeof schema !== 'object' || schema === null) return [];
	return [schema as Record<string, unknown>, ...Object.values(schema).flatMap(partsOf)];
}

test('the schema that is sent has nothing in it that a server is known to refuse or to misread', () => {
	const words = new Set(partsOf(ANSWER_JSON_SCHEMA).flatMap((part) => Object.keys(part)));
	for (const word of ['$schema', '$ref', 'default', 'anyOf', 'oneOf', 'allOf', 'const', 'format'])
		expect(words).not.toContain(word);
});

test('a text that may be missing can be a text and null', () => {
	const nullable = partsOf(ANSWER_JSON_SCHEMA).filter(({ type }) => Array.isArray(type));
	expect(nullable).toEqual(Array(3).fill({ type: ['string', 'null'] }));
});
