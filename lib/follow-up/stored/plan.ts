import * as z from 'zod4';
import type { Reason, ReasonCode } from '../reasons/index.ts';
import type { PlannedFollowUp } from '../types.ts';

/** A later release may know more codes; its sentence is readable all the same. */
export const storedReasonCode = z.string().transform((code) => code as ReasonCode);

const storedReason = z.looseObject({ code: storedReasonCode, sentence: z.string() });

/** The reasons of a due time; one that cannot be read is left out. */
export const storedReasons = z
	.array(storedReason.nullable().catch(null))
	.transform((reasons): Reason[] => reasons.filter((one) => one !== null));

const moment = z.iso.datetime({ offset: true });

/** A planned follow-up as the store holds it; without the other two times, it was asked for when it is due. */
export const storedPlan = z
	.looseObject({
		...{ conversation: z.string(), chatbot: z.string(), followUpId: z.string(), name: z.string() },
		colour: z.string().optional().catch(undefined),
		anchor: z.looseObject({ id: z.string(), at: moment }),
		...{ requestedAt: moment.optional(), allowedAt: moment.optional(), dueAt: moment },
		reasons: storedReasons.catch([]),
	})
	.transform(
		(plan): PlannedFollowUp => ({
			...plan,
			requestedAt: plan.requestedAt ?? plan.dueAt,
			allowedAt: plan.allowedAt ?? plan.dueAt,
		}),
	);
