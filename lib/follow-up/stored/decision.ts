import * as z from 'zod4';
import { STOP_KINDS } from '../stop-kind.ts';
import type { Decision, Prefetched } from '../types.ts';
import { storedContent } from './content.ts';
import { storedReasonCode } from './plan.ts';

const text = z.string().optional().catch(undefined);
const count = z.number().optional().catch(undefined);

const use = z.looseObject({
	...{ model: z.string(), promptVersion: z.string() },
	...{ calls: count, inputTokens: count, outputTokens: count },
	objections: z.array(z.string()).optional().catch(undefined),
});

/**
 * What was decided of a follow-up, as the store holds it: its sentence under the name `reason`, and without its content,
 * which has a column of its own.
 */
export const storedDecision = z
	.looseObject({
		action: z.enum(['send', 'wait', 'skip', 'stop']),
		code: storedReasonCode,
		...{
			reason: z.string().default(''),
			followUpId: z.string().default(''),
			scheduledId: z.string().default(''),
		},
		contentWhenClosed: storedContent.optional().catch(undefined),
		...{ until: text, proposedAt: text, inputFingerprint: text, confidence: count },
		stopKind: z.enum(STOP_KINDS).optional().catch(undefined),
		optOut: z.literal(true).optional().catch(undefined),
		use: use.optional().catch(undefined),
	})
	.transform(({ reason, ...decision }) => ({ ...decision, sentence: reason })) satisfies z.ZodType<Decision>;

/** A decision in the form that `storedDecision` reads. */
export function decisionJson({ sentence, content: _content, ...decision }: Decision): string {
	return JSON.stringify({ ...decision, reason: sentence });
}

const textOrNull = z.string().nullable().default(null);

/** What a model said of a follow-up before it was due, as the store holds it. */
export const storedPrefetched = z.looseObject({
	...{ inputFingerprint: z.string(), model: z.string(), notBefore: textOrNull },
	own: z.looseObject({
		...{ trigger: z.boolean(), reason: z.string().default(''), confidence: z.number().default(0) },
		...{ sendAt: textOrNull, message: textOrNull },
	}),
}) satisfies z.ZodType<Prefetched>;
