import { reason } from '../follow-up/reasons/index.ts';
import { askRules } from '../follow-up/rules/index.ts';
import { reconcileDecisions } from '../follow-up/reconcile.ts';
import { stopReason } from '../follow-up/stop-kind.ts';
import type { Decision, DueFollowUp, PrefetchedDecision, ScheduledFollowUp } from '../follow-up/types.ts';
import { isWindowOpen } from '../messaging/window.ts';
import type { FollowUpAnswer, ModelDecision } from './answer.ts';
import { ask, type Asked } from './ask.ts';
import { inputFingerprintOf } from './input-fingerprint.ts';
import { cleanReason } from './clean-reason.ts';
import type { DecideInput, Open } from './decide-input.ts';
import type { DecisionModel } from './decision-model.ts';
import { answerFrom, prefetchedFrom, upcomingOf } from './prefetch.ts';
import { laterTime, timeToChoose } from './later-time.ts';
import { contentFor, optOut, send, skip, stop, wait, whenUnavailable, whenUnusable } from './outcome.ts';
import { buildPrompt } from './prompt.ts';
import { requireNoModel } from './rules-only.ts';
import { shareOf } from './share-use.ts';

/**
 * Decides late: the rules again on fresh facts, then at most one model call (and one repair) for all due follow-ups of the
 * conversation, then the rules once more about what is to be sent. One decision for each follow-up in `due`, in the order
 * of the chatbot's list.
 * @throws ModelConfigurationError when the model cannot be used as it is set up; then nothing is decided.
 * @throws DefinitionError when there is no model and a follow-up needs one; then nothing is decided.
 */
export async function decideFollowUps(input: DecideInput): Promise<Decision[]> {
	return (await decideConversation(input)).decisions;
}

/** The same, and what the model said of the upcoming ones: kept with them, it saves the calls when they are due. */
export async function decideConversation(
	input: DecideInput,
): Promise<{ decisions: Decision[]; prefetched: PrefetchedDecision[] }> {
	if (!input.model) requireNoModel(input.chatbot);
	const decided = new Map<DueFollowUp, Decision>();
	const open: Open[] = [];
	const putOff: ScheduledFollowUp[] = [];
	for (const due of input.due) {
		const result = byRules(input, due);
		if ('action' in result) {
			decided.set(due, result);
			if (result.until !== undefined) putOff.push({ ...due, dueAt: result.until });
		} else if (!input.model) decided.set(due, send(result, contentFor(input, result)));
		else if (isDecidedBefore(result)) decided.set(due, asDecidedBefore(input, result));
		else {
			const prefetched = answerFrom(result);
			if (prefetched) decided.set(due, { ...fromAsked(input, result, prefetched), use: prefetched.use });
			else open.push(result);
		}
	}
	const asked = input.model && open.length > 0 ? await byModel(input, open, putOff, input.model) : undefined;
	for (const [due, decision] of asked?.decided ?? []) decided.set(due, decision);
	const decisions = inListOrder(input).map((due) => decided.get(due) as Decision);
	return {
		decisions: keepingContents(decisions, reconcileDecisions(input, decisions)),
		prefetched: asked?.prefetched ?? [],
	};
}

function inListOrder({ chatbot, due }: DecideInput): DueFollowUp[] {
	const place = new Map(chatbot.followUps.map(({ id }, index) => [id, index]));
	return [...due].sort(
		(a, b) => (place.get(a.followUpId) ?? Infinity) - (place.get(b.followUpId) ?? Infinity),
	);
}

function byRules(input: DecideInput, due: DueFollowUp): Decision | Open {
	const { chatbot, conversation, templates, now } = input;
	const definition = chatbot.followUps.find(({ id }) => id === due.followUpId);
	if (!definition) return skip(due, reason('definition_inactive'));
	const result = askRules({
		...{ chatbot, followUp: definition, conversation, anchor: due.anchor, templates },
		at: now,
		phase: 'decide',
	});
	if (result.kind === 'end') return skip(due, result.reason);
	if (result.at > now) {
		// What a model decided earlier still stands when the rules have had their wait.
		const earlier =
			due.decision?.inputFingerprint === undefined
				? {}
				: { inputFingerprint: due.decision.inputFingerprint, content: due.content };
		return { ...wait(due, result.at, result.reasons.at(-1) ?? reason('paused_until')), ...earlier };
	}
	return {
		...{ due, definition },
		writeMessage: isWindowOpen(conversation, now) && definition.messageSource === 'ai',
		chooseTime: timeToChoose(input, { definition, due }),
		inputFingerprint: inputFingerprintOf(chatbot, definition, input.transcript),
	};
}

/** It waited (for its moment, or for Meta) with its text written, and nothing has changed since: no second call. */
function isDecidedBefore({ due, inputFingerprint }: Open): boolean {
	return due.content !== undefined && due.decision?.inputFingerprint === inputFingerprint;
}

function asDecidedBefore(input: DecideInput, one: Open): Decision {
	const { content, decision } = one.due;
	return {
		...send(one, contentFor(input, one, content?.kind === 'text' ? content.text : undefined)),
		...reason('decided_before'),
		...{ confidence: decision?.confidence, proposedAt: decision?.proposedAt },
		inputFingerprint: one.inputFingerprint,
	};
}

async function byModel(
	input: DecideInput,
	open: Open[],
	putOff: readonly ScheduledFollowUp[],
	model: DecisionModel,
): Promise<{ decided: [DueFollowUp, Decision][]; prefetched: PrefetchedDecision[] }> {
	const upcoming = upcomingOf(input, putOff);
	const about = { ...input, candidates: [...open, ...upcoming] };
	const asked = await ask(model, buildPrompt(about), about);
	const decided = open.map((one, place): [DueFollowUp, Decision] => {
		const objections = asked.objections.get(one.definition.name);
		const use = { ...shareOf(asked.use, open.length, place), ...(objections ? { objections } : {}) };
		return [one.due, { ...fromAsked(input, one, asked), use }];
	});
	return { decided, prefetched: prefetchedFrom(upcoming, asked) };
}

function fromAsked(input: DecideInput, one: Open, asked: Asked): Decision {
	const { answer, unavailable } = asked;
	if (unavailable) return whenUnavailable(input, one, unavailable);
	if (!answer) return whenUnusable(input, one, asked);
	const why = (sentence: string, instead: string) => cleanReason(sentence, input.transcript, instead);
	if (answer.optOut.met && isSaidSinceOptIn(input))
		return optOut(one.due, why(answer.optOut.reason, reason('opted_out_by_model').sentence));
	if (answer.stop.met) {
		const { kind } = answer.stop;
		return stop(one.due, kind, why(answer.stop.reason, stopReason(kind).sentence));
	}
	const own = answer.followUps.find(({ name }) => name === one.definition.name);
	if (!own) return whenUnusable(input, one, asked);
	return { ...fromAnswer(input, one, asked, answer, own, why), confidence: clampToUnit(own.confidence) };
}

/** Whoever has agreed again is not held to what they wrote before, which may still stand in the transcript. */
function isSaidSinceOptIn({ conversation, transcript }: DecideInput): boolean {
	const { optedInAt } = conversation;
	return optedInAt === undefined || transcript.some(({ from, at }) => from === 'customer' && at > optedInAt);
}

function fromAnswer(
	input: DecideInput,
	one: Open,
	asked: Asked,
	answer: ModelDecision,
	own: FollowUpAnswer,
	why: (sentence: string, instead: string) => string,
): Decision {
	if (!own.trigger)
		return skip(one.due, reason('not_triggered', why(own.reason, reason('not_triggered').sentence)));
	const isUsable = !asked.unusableTexts.has(own.name);
	const content = isUsable ? contentFor(input, one, own.message ?? '') : undefined;
	const decision = laterTime(input, one, answer, own, why(own.reason, reason('ai_asked_to_wait').sentence));
	if (decision?.action === 'wait')
		return { ...decision, ...(content ? { content, inputFingerprint: one.inputFingerprint } : {}) };
	if (decision) return decision;
	if (!content) return whenUnusable(input, one, asked);
	const sent = send(one, content);
	return { ...sent, sentence: why(own.reason, sent.sentence), inputFingerprint: one.inputFingerprint };
}

/** The rules may put off what was to be sent now; its text is kept, so that it need not be written again. */
function keepingContents(before: Decision[], settled: Decision[]): Decision[] {
	return settled.map((decision, index) => {
		const content = before[index]?.content;
		return decision.action === 'wait' && decision.inputFingerprint && content
			? { ...decision, content }
			: decision;
	});
}

function clampToUnit(value: number): number {
	return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
