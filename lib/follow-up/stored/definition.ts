import * as z from 'zod4';
import {
	definitionFields,
	delayMs,
	requireFixedMessage,
	withoutNulls,
	type FollowUpDefinition,
} from '../definition.ts';
import { storedTemplate } from './template.ts';

const MINUTE_MS = 60_000;

/** The row says what it is called; and the store holds what the fields of the template came to. */
const ELSEWHERE = {
	id: true,
	name: true,
	template: true,
	templateVariables: true,
	templateParameters: true,
	templateName: true,
	templateLanguage: true,
	templateCategory: true,
} as const;

const fields = definitionFields.omit(ELSEWHERE).extend({
	delayMs: z.number('must be a number').positive('must be greater than 0').optional(),
	template: storedTemplate
		.transform((template) => ({ ...template, category: template.category ?? ('marketing' as const) }))
		.optional(),
});

/**
 * A follow-up as any release stored it: what is missing gets the default it has when a user leaves it out, and what an
 * unknown release wrote besides is left out. Only what it is for and a fixed message have to be there.
 */
export const storedDefinition = z
	.preprocess((given) => withDelay(withoutNulls(given)), fields)
	.superRefine(requireFixedMessage)
	.transform(
		(read): Omit<FollowUpDefinition, 'id' | 'name'> => ({
			...read,
			template: read.template,
			delayMs: read.delayMs ?? delayMs(read),
		}),
	);

/** The delay stands in it twice: as the user wrote it and in milliseconds. Either says the other. */
function withDelay(given: unknown): unknown {
	const { delay, delayUnit, delayMs: ms } = (given ?? {}) as Partial<FollowUpDefinition>;
	if (typeof ms !== 'number' || (delay !== undefined && delayUnit !== undefined)) return given;
	return { ...(given as object), delay: ms / MINUTE_MS, delayUnit: 'minutes' };
}
