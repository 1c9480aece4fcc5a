import * as z from 'zod4';
import { listOf } from './fields.ts';

const templateParameter = z.object({
	name: z.string().nullish(),
	value: z.coerce.string('must be text'),
});

/** The values of a template as a list: texts in their order, or texts with the name of their place. */
export const templateParametersSchema = listOf(
	z.union([z.string(), templateParameter], 'must be a text, or an object with name and value'),
	'must be a list of texts, or of objects with name and value',
)
	.default([])
	.transform((given) =>
		given.map((entry) =>
			typeof entry === 'string'
				? { text: entry }
				: { ...(entry.name ? { name: entry.name } : {}), text: entry.value },
		),
	);
