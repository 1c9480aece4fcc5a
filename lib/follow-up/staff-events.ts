import { isLive, type FollowUpState } from './lifecycle.ts';
import type { ReasonCode } from './reasons/index.ts';
import { STOP_CODES } from './stop-kind.ts';

/** What staff is told of a conversation; the customer never hears of it. */
export type StaffEventType = 'gave_up' | 'customer_waiting';

/** A follow-up of the silence that a conversation is in, of any chatbot. */
export interface OfSilence {
	chatbot: string;
	state: FollowUpState;
	reasonCode: ReasonCode;
	/** When it went out, in ms since 1970; null: it did not. */
	sentAt: number | null;
}

export interface GiveUpFacts {
	chatbot: string;
	/** All follow-ups of the present silence. */
	followUps: readonly OfSilence[];
	/** After so many without an answer no more are sent; 0: no limit. */
	maxUnanswered: number;
	/** How long after the last message an answer is waited for, in ms. */
	patienceMs: number;
	now: Date;
}

/** Since when a chatbot has given a customer up, why, and how many follow-ups they have not answered. */
export interface GivenUp {
	code: 'gave_up_limit' | 'gave_up_last';
	since: Date;
	unanswered: number;
}

/**
 * Whether a chatbot has given a customer up: it wrote, nobody answered for a while, and it will write no more in this
 * silence. Where it ended because a goal is reached, or anything else that a model or a person saw, nobody was given up.
 */
export function givenUp({
	chatbot,
	followUps,
	maxUnanswered,
	patienceMs,
	now,
}: GiveUpFacts): GivenUp | undefined {
	const own = followUps.filter((one) => one.chatbot === chatbot);
	const lastSent = Math.max(...own.flatMap(({ sentAt }) => sentAt ?? []));
	if (lastSent === -Infinity || lastSent > now.getTime() - patienceMs) return undefined;
	if (own.some(({ state, reasonCode }) => state === 'ended' && SEEN_BY_SOMEBODY.has(reasonCode)))
		return undefined;
	const unanswered = followUps.filter(({ sentAt }) => sentAt !== null).length;
	const facts = { since: new Date(lastSent), unanswered };
	if (maxUnanswered > 0 && unanswered >= maxUnanswered) return { code: 'gave_up_limit', ...facts };
	return own.some(({ state }) => isLive(state)) ? undefined : { code: 'gave_up_last', ...facts };
}

/** It ended for something that was seen in the conversation, or by hand. */
const SEEN_BY_SOMEBODY = new Set<ReasonCode>([
	...STOP_CODES,
	...(['opted_out', 'opted_out_by_model', 'converted', 'paused'] as const),
	...(['cancelled_by_user', 'cancelled_reply', 'cancelled_reaction', 'owned_by_other_app'] as const),
]);
