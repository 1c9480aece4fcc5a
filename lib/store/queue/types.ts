import type { Reason } from '../../follow-up/reasons/index.ts';
import type { DueFollowUp, PlannedFollowUp, ScheduledFollowUp } from '../../follow-up/types.ts';
import type { Now } from '../database/now.ts';

export interface ScheduleResult {
	/** What was stored now; ended already if the customer wrote again since it was planned. */
	scheduled: ScheduledFollowUp[];
	/** What was planned before for the same silence, or is still live for the same follow-up. */
	existing: ScheduledFollowUp[];
}

export interface ClaimOptions {
	chatbot: string;
	now: Now;
	/** How many follow-ups at most; those of one conversation stay together, so it may be a few more. */
	limit: number;
	/** How long the claim holds, in ms, before the follow-up may be taken up by somebody else. */
	leaseMs: number;
}

/** A follow-up that a run has taken up. */
export interface Claim {
	id: string;
	leaseToken: string;
}

/**
 * How a run ended that follow-ups were handed to: `badly` with an error, or `waits`: it sleeps (Wait, Send and Wait for
 * Approval) and n8n tells no more of it.
 */
export type RunEnd = 'well' | 'badly' | 'waits';

/** A follow-up that a run waits for: by its ID, or by the silence it was planned for. */
export type WaitingFollowUp =
	| { scheduledId: string }
	| Pick<PlannedFollowUp, 'conversation' | 'chatbot' | 'followUpId' | 'anchor'>;
/** What the store says of a follow-up that a run has waited for; `claimed`: it is due and now under a lease. */
export type Resumed =
	| { claimed: true; followUp: DueFollowUp }
	| { claimed: false; followUp: ScheduledFollowUp };
export interface ReleaseOptions {
	/** When it is due again: at once would be a loop of failing runs. */
	retryAt: Date;
	/** Whether the bounded number of attempts goes down. */
	countsAsAttempt: boolean;
	/** What was in the way, for the log. */
	why?: string;
}

export interface RecoveredLeases {
	rescheduled: number;
	/** Handed to a run that never began; this counts for nothing. */
	notBegun: number;
	/** Decided to be sent, and the run ended without anybody sending it. */
	notTakenUp: number;
	deadLettered: number;
	unknown: number;
}

/** With the reason `claim_lost` nothing was changed: somebody else has taken the follow-up up, or it was ended. */
export type BeginSend = { ok: true; followUp: ScheduledFollowUp } | { ok: false; reason: Reason };
