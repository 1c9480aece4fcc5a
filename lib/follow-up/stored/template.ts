import * as z from 'zod4';
import type { TemplateContent, TemplateFact } from '../types.ts';
import { TEMPLATE_CATEGORIES } from '../template-choice.ts';

const text = z.string();
const category = z.enum(TEMPLATE_CATEGORIES);
const parameter = z.looseObject({ name: text.optional(), text });

const header = z.discriminatedUnion('type', [
	z.looseObject({ type: z.literal('text'), name: text.optional(), text }),
	z.looseObject({
		type: z.enum(['image', 'video', 'document']),
		...{ id: text.optional(), link: text.optional(), filename: text.optional() },
	}),
	z.looseObject({
		type: z.literal('location'),
		...{ latitude: z.number(), longitude: z.number(), name: text.optional(), address: text.optional() },
	}),
]);

const button = z.looseObject({
	index: z.number().int().min(0),
	type: z.enum(['url', 'quick_reply', 'copy_code']),
	text,
});

/** A filled-in template as the store holds it. */
export const storedTemplate = z.looseObject({
	name: text.min(1),
	language: text.min(1),
	category: category.optional(),
	parameters: z.array(parameter).default([]),
	header: header.optional(),
	buttons: z.array(button).optional(),
}) satisfies z.ZodType<TemplateContent>;

const fact = z.looseObject({
	...{ name: text, language: text, status: text },
	// Meta may invent a category; the template is known all the same.
	category: category.optional().catch(undefined),
	text: text.optional().catch(undefined),
}) satisfies z.ZodType<TemplateFact>;

/** What was last heard of an account's templates; one that cannot be read counts as not heard of. */
export const storedTemplateFacts = z
	.array(fact.nullable().catch(null))
	.transform((facts): TemplateFact[] => facts.filter((one) => one !== null));
