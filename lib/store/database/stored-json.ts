import * as z from 'zod4';
import { storedContent } from '../../follow-up/stored/content.ts';
import { storedDecision, storedPrefetched } from '../../follow-up/stored/decision.ts';
import { storedPlan, storedReasons } from '../../follow-up/stored/plan.ts';
import { storedOfferedTemplates } from '../../follow-up/offered-template.ts';
import { storedTemplateFacts } from '../../follow-up/stored/template.ts';
import { EVENT_KINDS, type MessagingEvent } from '../../messaging/messaging-event.ts';
import { MEDIA_FAILURES, type MediaFailure } from '../../messaging/media.ts';
import type { WantedEvents } from '../../messaging/wanted-events.ts';

/** What a column of JSON holds: its value, or why it cannot be read. */
export type Read<T> = { value: T } | { why: string };

/** Reads a column of JSON, whichever release wrote it. Never throws: one row must not stop what comes in for all others. */
export function readJson<T>(schema: z.ZodType<T>, json: string): Read<T> {
	let given: unknown;
	try {
		given = JSON.parse(json);
	} catch {
		// The words of the parser would quote what it holds.
		return { why: 'it is no JSON' };
	}
	const read = schema.safeParse(given);
	if (read.success) return { value: read.data };
	return { why: read.error.issues.map(wordsOf).join('; ') };
}

function wordsOf({ path, message }: z.core.$ZodIssue): string {
	return path.length > 0 ? `${path.join('.')} ${message}` : message;
}

/** A reader of one column: undefined when it is empty or cannot be read. */
function column<T>(schema: z.ZodType<T>): (json: string | null | undefined) => T | undefined {
	return (json) => {
		if (json === null || json === undefined) return undefined;
		const read = readJson(schema, json);
		return 'value' in read ? read.value : undefined;
	};
}

/** What goes to the customer. */
export const readContent = column(storedContent);
/** Unreadable, it counts as not decided yet. */
export const readDecision = column(storedDecision);
/** Unreadable, the model is asked when the follow-up is due. */
export const readPrefetched = column(storedPrefetched);
export const readPlan = column(storedPlan);
export const readReasons = column(storedReasons);
/** Unreadable, nothing is known of the templates. */
export const readTemplateFacts = column(storedTemplateFacts);
/** Unreadable, there is nothing to choose from until they are heard of again. */
export const readOfferedTemplates = column(storedOfferedTemplates);

const number = z.number().optional().catch(undefined);

/** A refusal of Meta. */
export const readError = column(
	z.looseObject({ code: number, subcode: number, message: z.string().default('') }),
);

/** Times in milliseconds. */
export const readTimes = column(z.array(z.number()));

/** The newest time of each wish of a customer, in milliseconds; one that is no number is unknown. */
export const readWishTimes = column(z.record(z.string(), number));

/** What a line of the audit log keeps besides its reason. */
export const readDetail = column(z.looseObject({}));

/** Rates by category; one that is no number is unknown. */
export const readRates = column(z.record(z.string(), number));

const text = z.string();
const texts = z.array(text).default([]);
const storedEvent = z.looseObject({
	...{ kind: z.enum(EVENT_KINDS), id: text, account: text, at: text },
	...{ channel: z.enum(['whatsapp', 'instagram', 'messenger']), opensWindow: z.boolean().default(false) },
	contact: z.looseObject({ id: text }),
});

/** An event that waits for its workflow. What else it holds passes through as it was stored. */
export const readEvent = column(storedEvent as unknown as z.ZodType<MessagingEvent>);

const storedMedia = z.object({
	file: z.looseObject({
		...{ kind: z.enum(['audio', 'image']), id: text.optional(), url: text.optional() },
		...{ mimeType: text.optional(), voice: z.literal(true).optional() },
	}),
	state: z.enum(['open', 'understood', 'failed']),
	seconds: number,
	/** When a fault that may pass was first met. */
	failingSince: number,
	failure: z
		.enum(Object.keys(MEDIA_FAILURES) as [MediaFailure, ...MediaFailure[]])
		.optional()
		.catch(undefined),
	/** Who is at it, and until when nobody else begins. */
	lease: z.object({ token: text, until: z.number() }).optional(),
});

/** The voice note or picture of a message, and what became of it. Unreadable, it is left alone. */
export type StoredMedia = z.infer<typeof storedMedia>;
export const readMedia = column(storedMedia);

const storedStartWants = z.object({
	// A kind that a later version knows is left to its trigger.
	wants: z.object({ kinds: texts, states: texts, accounts: texts }),
	includeRaw: z.boolean().default(false),
	plannedBy: z.array(z.looseObject({ id: text, version: text })).default([]),
	hears: z.boolean().default(false),
});

/** What a trigger takes from the store. */
export interface StartWants {
	wants: WantedEvents;
	includeRaw: boolean;
	plannedBy: { id: string; version: string }[];
	hears: boolean;
}
export const readStartWants = column(storedStartWants as unknown as z.ZodType<StartWants>);
