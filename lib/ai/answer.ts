import * as z from 'zod4';
import { STOP_KINDS } from '../follow-up/stop-kind.ts';
import { breaksOff, jsonObjectsIn } from './cut-json.ts';

/** Null is silently filled in: servers without structured outputs leave out what is null. */
const textOrNull = z.union([z.string(), z.null()]).default(null);

/**
 * What the model answers. Silence is a field (`trigger: false`), never a text. Every field is asked for and nullable
 * instead of optional, because strict structured outputs know no optional fields.
 */
export const answerSchema = z.object({
	stop: z.object({
		met: z.boolean(),
		// Servers that leave out what they need not say leave this out; a kind that nobody knows is no reason to ask again.
		kind: z.enum(STOP_KINDS).catch('other'),
		reason: z.string().default(''),
	}),
	/** The customer asked to be left alone: more than to stop this once. Missing from servers that leave out what is not so. */
	optOut: z.object({ met: z.boolean(), reason: z.string().default('') }).default({ met: false, reason: '' }),
	/** When the customer is busy or asked to be written to at a time: that time. */
	notBefore: textOrNull,
	followUps: z.array(
		z.object({
			name: z.string().trim(),
			trigger: z.boolean(),
			reason: z.string().default(''),
			// Only for the log: a confidence that is no number must not spoil an answer.
			confidence: z.coerce.number().catch(0),
			sendAt: textOrNull,
			message: textOrNull,
		}),
	),
});

export type ModelDecision = z.infer<typeof answerSchema>;

/** Nothing more is to be said to this customer, so what is answered of the single follow-ups does not matter. */
export function isOver({ stop, optOut }: Pick<ModelDecision, 'stop' | 'optOut'>): boolean {
	return stop.met || optOut.met;
}

export type FollowUpAnswer = ModelDecision['followUps'][number];

/**
 * The JSON schema sent along with the question, in words that every compiler of schemas knows. Strict structured outputs
 * refuse `default`, some refuse `$schema`, and node-llama-cpp 3.21.1 takes zod's `anyOf` of a text and null for null.
 */
export const ANSWER_JSON_SCHEMA = plainSchema(answerSchema);

function plainSchema(schema: z.ZodType): Record<string, unknown> {
	const { $schema, ...plain } = z.toJSONSchema(schema, {
		target: 'draft-7',
		override({ jsonSchema }) {
			delete jsonSchema.default;
			const types = jsonSchema.anyOf?.map(({ type }) => type);
			if (!types) return;
			delete jsonSchema.anyOf;
			Object.assign(jsonSchema, { type: types });
		},
	});
	return plain;
}

/** Far more than an answer with its reasoning takes. */
const ANSWER_MAX_CHARACTERS = 200_000;
/** Reasoning may show examples before the answer; so many objects from the end are tried. */
const OBJECTS_TRIED = 20;
/** Of a complaint, so much says what is wrong. */
const COMPLAINT_CHARACTERS = 1_000;

/**
 * Reads the model's answer; text, a fence or reasoning around the JSON is accepted, because servers and models without
 * structured outputs add them. With several objects the last one that fits counts, but none that somebody wrote in the
 * conversation: there it is a quote. Of the names all are allowed and some required.
 * @returns the answer, or a sentence that says what is wrong with it, and whether it is that the answer breaks off.
 */
export function readAnswer(
	text: string,
	names: readonly string[],
	required: readonly string[] = names,
	quotable: readonly object[] = [],
): ModelDecision | { complaint: string; isCutOff?: boolean } {
	if (text.length > ANSWER_MAX_CHARACTERS)
		return {
			complaint: `The answer has ${text.length} characters; at most ${ANSWER_MAX_CHARACTERS} are read.`,
		};
	const quotes = new Set(quotable.map((value) => wording(answerSchema.safeParse(value).data)));
	const parsed = jsonObjectsIn(text)
		.slice(-OBJECTS_TRIED)
		.map((value) => answerSchema.safeParse(value));
	const own = parsed.filter(({ data }) => data === undefined || !quotes.has(wording(data)));
	const last = own.findLast(({ success }) => success) ?? own.at(-1);
	// Not every source tells that an answer was cut; the objects that stand whole in the rest are none of its own.
	if (!last?.success && breaksOff(text))
		return { complaint: 'The answer breaks off in the middle.', isCutOff: true };
	if (!last && parsed.length > 0) return { complaint: 'The answer only repeats JSON from the transcript.' };
	if (!last) return { complaint: 'The answer is not valid JSON.' };
	if (!last.success) return complain(`The answer does not fit the schema: ${z.prettifyError(last.error)}`);

	const answered = last.data.followUps.map(({ name }) => name);
	const unknown = answered.filter((name) => !names.includes(name));
	if (unknown.length > 0) {
		return complain(
			`Unknown follow-ups. Allowed names: ${JSON.stringify(names)}. Found: ${JSON.stringify(unknown)}.`,
		);
	}
	const once = new Set<string>();
	const twice = answered.filter((name) => once.size === once.add(name).size);
	if (twice.length > 0) return complain(`Answered more than once: ${JSON.stringify(twice)}.`);
	const missing = required.filter((name) => !answered.includes(name));
	if (missing.length > 0 && !isOver(last.data))
		return { complaint: `No answer for: ${JSON.stringify(missing)}.` };
	return last.data;
}

/** The same for two answers that say the same, however they are written: what was read has its fields in one order. */
function wording(answer: ModelDecision | undefined): string {
	return JSON.stringify(answer ?? null);
}

function complain(complaint: string): { complaint: string } {
	return { complaint: complaint.slice(0, COMPLAINT_CHARACTERS) };
}
