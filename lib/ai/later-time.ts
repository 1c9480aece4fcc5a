import { DateTime } from 'luxon';
import { hasAiTiming } from '../follow-up/ai-timing.ts';
import { latestFreeForm } from '../follow-up/due-time.ts';
import { canUseTemplate } from '../follow-up/message-kind.ts';
import { reason, type Reason } from '../follow-up/reasons/index.ts';
import type { Decision } from '../follow-up/types.ts';
import type { FollowUpAnswer, ModelDecision } from './answer.ts';
import type { Open, DecideInput } from './decide-input.ts';
import { skip, wait } from './outcome.ts';
import type { Candidate } from './prompt.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A template can go weeks later; the AI's own choice of a moment may not lie further ahead than this. */
const AI_TIMING_AHEAD_MS = 7 * DAY_MS;
/** What a customer asks for may lie further ahead, but not in another life. */
const CUSTOMER_TIMING_AHEAD_MS = 60 * DAY_MS;
/** Nearer than this is now. */
const NOW_MS = 60_000;

/** The range the model may choose from, asked once only: the second time it is due, it is due. */
export function timeToChoose(
	input: DecideInput,
	{ definition, due }: Pick<Open, 'definition' | 'due'>,
): Candidate['chooseTime'] {
	const { conversation, now } = input;
	if (!hasAiTiming(definition, conversation)) return undefined;
	if (waitedBefore(due, 'ai_asked_to_wait')) return undefined;
	const latest = lastMoment(input, definition, AI_TIMING_AHEAD_MS);
	return latest && latest > now ? { earliest: now, latest } : undefined;
}

/**
 * What a triggered follow-up waits for, if it waits: the time the customer asked for (or nothing, if no message is allowed
 * then), or else the moment the model chose. The proposed moment is kept beside the one that was set.
 */
export function laterTime(
	input: DecideInput,
	one: Open,
	answer: ModelDecision,
	own: FollowUpAnswer,
	why: string,
): Decision | undefined {
	return asCustomerAsked(input, one, answer) ?? asModelChose(input, one, own, why);
}

function asCustomerAsked(input: DecideInput, one: Open, { notBefore }: ModelDecision): Decision | undefined {
	const { now, chatbot } = input;
	// The same words would be read again each time it is due.
	if (waitedBefore(one.due, 'customer_asked_later')) return undefined;
	const asked = timeIn(notBefore, chatbot.settings.timeZone);
	if (!asked || asked.getTime() < now.getTime() + NOW_MS) return undefined;
	const latest = lastMoment(input, one.definition, CUSTOMER_TIMING_AHEAD_MS);
	const proposedAt = asked.toISOString();
	if (!latest || asked > latest) return { ...skip(one.due, reason('customer_asked_too_late')), proposedAt };
	return { ...wait(one.due, asked, reason('customer_asked_later')), proposedAt };
}

function asModelChose(
	{ now, chatbot }: DecideInput,
	{ due, chooseTime }: Open,
	own: FollowUpAnswer,
	why: string,
): Decision | undefined {
	const proposed = chooseTime && timeIn(own.sendAt, chatbot.settings.timeZone);
	if (!proposed) return undefined;
	const until = Math.min(
		Math.max(proposed.getTime(), chooseTime.earliest.getTime()),
		chooseTime.latest.getTime(),
	);
	if (until < now.getTime() + NOW_MS) return undefined;
	const reasonToWait: Reason = reason('ai_asked_to_wait', why);
	return { ...wait(due, new Date(until), reasonToWait), proposedAt: proposed.toISOString() };
}

function lastMoment(
	{ chatbot, conversation, now }: DecideInput,
	definition: Open['definition'],
	aheadMs: number,
): Date | undefined {
	return canUseTemplate(definition, conversation)
		? new Date(now.getTime() + aheadMs)
		: latestFreeForm(chatbot, conversation, now);
}

function waitedBefore({ reasons }: Open['due'], code: Reason['code']): boolean {
	return reasons.some((one) => one.code === code);
}

/** A time as a model writes it; without an offset it is one of the business's time zone. */
export function timeIn(written: string | null, zone: string): Date | undefined {
	if (written === null) return undefined;
	const time = DateTime.fromISO(written.trim(), { zone });
	return time.isValid ? time.toJSDate() : undefined;
}
