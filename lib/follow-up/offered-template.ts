import * as z from 'zod4';
import type { TemplateCategory } from './types.ts';
import { TEMPLATE_CATEGORIES } from './template-choice.ts';

/** One value that a template needs before it can be sent. */
export interface OfferedVariable {
	/** By which its value is named: body.1, header.image, button.0 … */
	id: string;
	kind: 'text' | 'image' | 'video' | 'document' | 'location' | 'url_suffix' | 'coupon_code';
	example?: string;
}

/** An approved template as a person chooses it: with what the customer will see, and what has to be filled in. */
export interface OfferedTemplate {
	name: string;
	language: string;
	category?: TemplateCategory;
	/** The text of its header, if that is text. */
	header?: string;
	/** Its text with the variables in place, e.g. "Hi {{1}}". */
	text: string;
	footer?: string;
	buttons: string[];
	variables: OfferedVariable[];
}

const text = z.string();

const offered = z.object({
	...{ name: text, language: text, text },
	category: z.enum(TEMPLATE_CATEGORIES).optional().catch(undefined),
	header: text.optional().catch(undefined),
	footer: text.optional().catch(undefined),
	buttons: z.array(text).catch([]),
	variables: z.array(
		z.object({
			id: text,
			kind: z
				.enum(['text', 'image', 'video', 'document', 'location', 'url_suffix', 'coupon_code'])
				.catch('text'),
			example: text.optional().catch(undefined),
		}),
	),
}) satisfies z.ZodType<OfferedTemplate>;

/** The templates on offer as the store holds them; one that cannot be read is not offered. */
export const storedOfferedTemplates = z
	.array(offered.nullable().catch(null))
	.transform((all): OfferedTemplate[] => all.filter((one) => one !== null));
