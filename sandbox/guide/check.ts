import * as z from 'zod4';
import { FEED_KINDS } from './guide.ts';

const line = z.string().min(1).max(300);
const text = z.string().max(5_000);
/** Only addresses a browser opens as a page: a `javascript:` address would run. */
const address = z.string().regex(/^https?:\/\//, 'must begin with http:// or https://');
const kind = z.enum(FEED_KINDS);
const link = z.strictObject({ label: line, url: address });
const command = z.string().min(1).max(1_000);

const guide = z.strictObject({
	title: line,
	about: text.optional(),
	steps: z
		.array(
			z.strictObject({
				title: line,
				text: text.optional(),
				write: z.strictObject({ who: z.enum(['customer', 'business', 'other']), text: line }).optional(),
				link: link.optional(),
				command: command.optional(),
				until: kind.optional(),
				code: line.optional(),
				isOwn: z.boolean().optional(),
			}),
		)
		.max(30),
	links: z.array(link.extend({ hint: line.optional() })).max(10),
	notice: z.strictObject({ state: z.enum(['busy', 'ready', 'failed']), text: text.min(1) }).optional(),
	next: z
		.array(z.strictObject({ text, command: command.optional(), link: link.optional() }))
		.max(10)
		.optional(),
	speed: z.number().positive(),
});

const feed = z.strictObject({
	entries: z
		.array(
			z.strictObject({
				kind,
				at: z.iso.datetime(),
				who: text.optional(),
				followUp: text.optional(),
				text: text.optional(),
				until: z.iso.datetime().optional(),
				code: line.optional(),
			}),
		)
		.max(500),
});

const advance = z.strictObject({
	ms: z
		.number()
		.int()
		.positive()
		.max(31 * 86_400_000),
});

/** A guide as given to the control API, or the sentence that says what is wrong with it. */
export const readGuide = (input: unknown) => read(guide, input);

/** Entries of the feed as given to the control API, or the sentence that says what is wrong with them. */
export const readFeed = (input: unknown) => read(feed, input);

/** How far the clock shall be put forward, or the sentence that says what is wrong with it. */
export const readAdvance = (input: unknown) => read(advance, input);

function read<T>(schema: z.ZodType<T>, input: unknown): { value: T } | { problem: string } {
	const { data, error } = schema.safeParse(input);
	return error ? { problem: z.prettifyError(error) } : { value: data };
}
