import { z } from 'zod/v4';

/**
 * What the model answers. Silence is a field (`trigger: false`), never a text. Every field is required and nullable
 * instead of optional, because strict structured outputs know no optional fields.
 */
export const answerSchema = z.object({
	stop: z.object({ met: z.boolean(), reason: z.string() }),
	followUps: z.array(
		z.object({
			name: z.string(),
			trigger: z.boolean(),
			reason: z.string(),
			confidence: z.number(),
			sendAt: z.string().nullable(),
			message: z.string().nullable(),
		}),
	),
});

export type ModelDecision = z.infer<typeof answerSchema>;
export type FollowUpAnswer = ModelDecision['followUps'][number];

/** The JSON schema sent along with the question. */
export const ANSWER_JSON_SCHEMA = z.toJSONSchema(answerSchema, { target: 'draft-7' }) as Record<
	string,
	unknown
>;

/**
 * Reads the model's answer; a fenced block around the JSON is accepted, because servers without structured outputs add one.
 * @returns the answer, or a sentence that says what is wrong with it.
 */
export function readAnswer(text: string, names: readonly string[]): ModelDecision | { complaint: string } {
	let value: unknown;
	try {
		value = JSON.parse(withoutFence(text));
	} catch {
		return { complaint: 'The answer is not valid JSON.' };
	}
	const parsed = answerSchema.safeParse(value);
	if (!parsed.success)
		return { complaint: `The answer does not fit the schema: ${z.prettifyError(parsed.error)}` };

	const unknown = parsed.data.followUps.filter(({ name }) => !names.includes(name)).map(({ name }) => name);
	if (unknown.length > 0) {
		return {
			complaint: `Unknown follow-ups: ${JSON.stringify(unknown)}. Allowed names: ${JSON.stringify(names)}.`,
		};
	}
	const answered = new Set(parsed.data.followUps.map(({ name }) => name));
	const missing = names.filter((name) => !answered.has(name));
	if (missing.length > 0 && !parsed.data.stop.met)
		return { complaint: `No answer for: ${JSON.stringify(missing)}.` };
	return parsed.data;
}

function withoutFence(text: string): string {
	const fenced = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(text);
	return fenced?.[1] ?? text;
}
