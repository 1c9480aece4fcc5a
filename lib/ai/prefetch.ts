import { hasAiTiming } from '../follow-up/ai-timing.ts';
import { askRules } from '../follow-up/rules/index.ts';
import type { PrefetchedDecision, ScheduledFollowUp } from '../follow-up/types.ts';
import { isWindowOpen } from '../messaging/window.ts';
import { isOver, type FollowUpAnswer, type ModelDecision } from './answer.ts';
import type { Asked } from './ask.ts';
import { inputFingerprintOf } from './input-fingerprint.ts';
import type { Open, DecideInput } from './decide-input.ts';
import { PROMPT_VERSION } from './frame.ts';
import type { Candidate } from './prompt.ts';

/** A follow-up that is not due yet and is asked about along with those that are. */
export interface Upcoming extends Candidate {
	followUp: ScheduledFollowUp;
	inputFingerprint: string;
}

/**
 * The later follow-ups of the same silence. Whoever writes ends the silence and with it the plan, so nothing that the model
 * could know changes until they are due: one call per silence is enough. AI timing is asked at its own first look.
 * @param putOff came due together with those that are asked about, and the rules put them off: `dueAt` is until when.
 */
export function upcomingOf(input: DecideInput, putOff: readonly ScheduledFollowUp[]): Upcoming[] {
	const { chatbot, conversation, templates, transcript } = input;
	return [...putOff, ...(input.upcoming ?? [])].flatMap((followUp) => {
		const definition = chatbot.followUps.find(({ id }) => id === followUp.followUpId);
		if (!definition || hasAiTiming(definition, conversation)) return [];
		const inputFingerprint = inputFingerprintOf(chatbot, definition, transcript);
		if (
			followUp.prefetched?.inputFingerprint === inputFingerprint ||
			followUp.decision?.inputFingerprint === inputFingerprint
		)
			return [];
		const dueAt = new Date(followUp.dueAt);
		const facts = { chatbot, followUp: definition, conversation, anchor: followUp.anchor, templates };
		if (askRules({ ...facts, at: dueAt, now: input.now, phase: 'plan' }).kind === 'end') return [];
		const writeMessage = definition.messageSource === 'ai' && isWindowOpen(conversation, dueAt);
		return [{ followUp, definition, inputFingerprint, writeMessage, dueAt }];
	});
}

/** What is kept of an answer; a text that may not go is not, so that the follow-up is asked about when it is due. */
export function prefetchedFrom(
	upcoming: Upcoming[],
	{ answer, unusableTexts, use }: Asked,
): PrefetchedDecision[] {
	if (!answer || isOver(answer)) return [];
	return upcoming.flatMap(({ followUp, definition, inputFingerprint }) => {
		const own = answer.followUps.find(({ name }) => name === definition.name);
		if (!own || unusableTexts.has(own.name)) return [];
		const { model } = use;
		return [
			{ scheduledId: followUp.id, prefetched: { inputFingerprint, model, notBefore: answer.notBefore, own } },
		];
	});
}

/** The answer that was given ahead, if it still holds: nothing was said or changed since, and it has all that is needed. */
export function answerFrom({ due, inputFingerprint, definition, writeMessage }: Open): Asked | undefined {
	const { prefetched } = due;
	if (prefetched?.inputFingerprint !== inputFingerprint) return undefined;
	// Named as it was then; the fingerprint says that the name is the same.
	const own: FollowUpAnswer = { ...prefetched.own, name: definition.name };
	if (own.trigger && writeMessage && !own.message) return undefined;
	const answer: ModelDecision = {
		stop: { met: false, kind: 'other', reason: '' },
		optOut: { met: false, reason: '' },
		notBefore: prefetched.notBefore,
		followUps: [own],
	};
	return {
		answer,
		unusableTexts: new Map(),
		objections: new Map(),
		use: { model: prefetched.model, promptVersion: PROMPT_VERSION, calls: 0 },
	};
}
