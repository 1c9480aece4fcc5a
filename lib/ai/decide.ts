import type { Chatbot, FollowUpDefinition } from '../follow-up/definition';
import { latestFreeForm } from '../follow-up/due-time';
import { reason, type Reason, type ReasonCode } from '../follow-up/reasons';
import { askRules } from '../follow-up/rules';
import type { Content, Decision, DueFollowUp } from '../follow-up/types';
import type { Conversation, TranscriptMessage } from '../messaging/conversation';
import { HAS_TEMPLATES } from '../messaging/platform-limits';
import { messagingWindow } from '../messaging/window';
import type { FollowUpAnswer } from './answer';
import { ask, type Asked } from './ask';
import { ModelUnavailableError, type DecisionModel } from './decision-model';
import { buildPrompt, type Candidate } from './prompt';

export interface DecideInput {
	chatbot: Chatbot;
	conversation: Conversation;
	transcript: TranscriptMessage[];
	/** All follow-ups of this conversation that came due. */
	due: DueFollowUp[];
	/** Left out: decided by rules only. */
	model?: DecisionModel;
	now: Date;
}

interface Open extends Candidate {
	due: DueFollowUp;
}

/** When the model cannot be reached: how long until it is asked again, and for how long at most after the due time. */
const AI_RETRY_MS = 15 * 60_000;
const AI_RETRY_AT_MOST_MS = 24 * 60 * 60_000;

/** A template can go weeks later; the AI's own choice of a moment may not lie further ahead than this. */
const AI_TIMING_AHEAD_MS = 7 * 24 * 60 * 60_000;

/**
 * Decides late: the rules again on fresh facts, then one model call for all due follow-ups of the conversation.
 * One decision for each follow-up in `due`, in the order of the chatbot's list.
 * @throws ModelConfigurationError when the model cannot be used as it is set up; then nothing is decided.
 */
export async function decideFollowUps(input: DecideInput): Promise<Decision[]> {
	const decided: Decision[] = [];
	const open: Open[] = [];
	for (const due of inListOrder(input)) {
		const result = byRules(input, due);
		if ('action' in result) decided.push(result);
		else open.push(result);
	}
	if (open.length === 0) return decided;
	return [
		...decided,
		...(input.model ? await byModel(input, open, input.model) : open.map((one) => unasked(input, one))),
	];
}

function inListOrder({ chatbot, due }: DecideInput): DueFollowUp[] {
	const place = new Map(chatbot.followUps.map(({ id }, index) => [id, index]));
	return [...due].sort(
		(a, b) => (place.get(a.followUpId) ?? Infinity) - (place.get(b.followUpId) ?? Infinity),
	);
}

function byRules(input: DecideInput, due: DueFollowUp): Decision | Open {
	const { chatbot, conversation, now } = input;
	const definition = chatbot.followUps.find(({ id }) => id === due.followUpId);
	if (!definition) return skip(due, reason('definition_inactive'));
	const facts = {
		chatbot,
		followUp: definition,
		conversation,
		anchor: due.anchor,
		at: now,
		phase: 'decide' as const,
	};
	const result = askRules(facts);
	if (result.kind === 'end') return skip(due, result.reason);
	if (result.at > now) return wait(due, result.at, result.reasons.at(-1) ?? reason('paused_until'));

	const windowIsOpen = messagingWindow(conversation, now).isOpen;
	return {
		due,
		definition,
		writeMessage: windowIsOpen && definition.messageSource === 'ai',
		chooseTime: timeToChoose(input, definition, due),
	};
}

/** The range the model may choose from, asked once only: the second time it is due, it is due. */
function timeToChoose(
	input: DecideInput,
	definition: FollowUpDefinition,
	due: DueFollowUp,
): Candidate['chooseTime'] {
	const { chatbot, conversation, now } = input;
	if (definition.timing !== 'ai' || conversation.channel !== 'whatsapp') return undefined;
	if (due.reasons.some(({ code }) => code === 'ai_asked_to_wait')) return undefined;
	const withTemplate = HAS_TEMPLATES[conversation.channel] && definition.template !== undefined;
	const latest = withTemplate
		? new Date(now.getTime() + AI_TIMING_AHEAD_MS)
		: latestFreeForm(chatbot, conversation, now);
	return latest && latest > now ? { earliest: now, latest } : undefined;
}

async function byModel(input: DecideInput, open: Open[], model: DecisionModel): Promise<Decision[]> {
	const { conversation, now } = input;
	let asked: Asked;
	try {
		asked = await ask(model, buildPrompt({ ...input, candidates: open }), open, conversation.channel);
	} catch (error) {
		if (error instanceof ModelUnavailableError) return open.map((one) => whenUnavailable(input, one));
		throw error;
	}
	const { answer, use } = asked;
	if (!answer) return open.map((one) => whenUnusable(input, one, asked));
	if (answer.stop.met) {
		return open.map(({ due }) => ({
			...about(due),
			action: 'stop',
			code: 'stopped',
			reason: answer.stop.reason,
			use,
		}));
	}
	return open.map((one) => {
		const own = answer.followUps.find(({ name }) => name === one.definition.name);
		if (!own) return whenUnusable(input, one, asked);
		return {
			...fromAnswer(input, one, own, asked),
			confidence: clampToUnit(own.confidence),
			use,
			reason: own.reason,
			...late(one, own, now),
		};
	});
}

function fromAnswer(input: DecideInput, one: Open, own: FollowUpAnswer, asked: Asked): Decision {
	if (!own.trigger) return { ...about(one.due), action: 'skip', code: 'not_triggered', reason: own.reason };
	if (asked.unusableTexts.includes(own.name)) return whenUnusable(input, one, asked);
	return send(one, contentFor(input, one, own.message ?? ''));
}

/** With AI timing, a triggered follow-up may be put off; the proposed moment is kept beside the one that was set. */
function late({ due, chooseTime }: Open, own: FollowUpAnswer, now: Date): Partial<Decision> {
	if (!own.trigger || !chooseTime || own.sendAt === null) return {};
	const proposed = Date.parse(own.sendAt);
	if (Number.isNaN(proposed)) return {};
	const until = Math.min(Math.max(proposed, chooseTime.earliest.getTime()), chooseTime.latest.getTime());
	const proposedAt = new Date(proposed).toISOString();
	if (until <= now.getTime()) return { proposedAt };
	return {
		...wait(due, new Date(until), reason('ai_asked_to_wait', own.reason)),
		content: undefined,
		proposedAt,
	};
}

/** Without a model: the fixed message or the template goes out; a message that only an AI can write does not. */
function unasked(input: DecideInput, one: Open): Decision {
	return one.writeMessage
		? skip(one.due, reason('ai_unavailable', 'The message is to be written by AI, and no AI is connected'))
		: send(one, contentFor(input, one));
}

function whenUnavailable(input: DecideInput, one: Open): Decision {
	const { chatbot, conversation, now } = input;
	const again = new Date(now.getTime() + AI_RETRY_MS);
	const withTemplate = HAS_TEMPLATES[conversation.channel] && one.definition.template !== undefined;
	const allowed = withTemplate ? undefined : latestFreeForm(chatbot, conversation, now);
	const last = Math.min(allowed?.getTime() ?? Infinity, Date.parse(one.due.allowedAt) + AI_RETRY_AT_MOST_MS);
	if (again.getTime() <= last) return wait(one.due, again, reason('ai_retry'));
	return withFixedMessage(input, one) ?? skip(one.due, reason('ai_unavailable'));
}

function whenUnusable(input: DecideInput, one: Open, { use, complaint }: Asked): Decision {
	const fallback = withFixedMessage(input, one);
	return { ...(fallback ?? skip(one.due, reason('ai_answer_unusable', complaint))), use };
}

function withFixedMessage(input: DecideInput, one: Open): Decision | undefined {
	const wanted = input.chatbot.settings.useFixedMessageWhenAiFails && one.definition.message.trim() !== '';
	return wanted ? send(one, contentFor(input, one, one.definition.message)) : undefined;
}

/** Window open: the message. Closed: the template, which the rules have made sure of. */
function contentFor({ conversation, now }: DecideInput, { definition }: Open, written?: string): Content {
	if (!messagingWindow(conversation, now).isOpen && definition.template) {
		return { kind: 'template', template: definition.template };
	}
	const text = definition.messageSource === 'fixed' ? definition.message : (written ?? definition.message);
	return { kind: 'text', text: text.trim() };
}

function about(due: DueFollowUp): Pick<Decision, 'followUpId' | 'scheduledId'> {
	return { followUpId: due.followUpId, scheduledId: due.id };
}

function send({ due }: Open, content: Content): Decision {
	const { code, sentence } = reason('decided_send');
	return { ...about(due), action: 'send', code, reason: sentence, content };
}

function skip(due: DueFollowUp, { code, sentence }: Reason): Decision {
	return { ...about(due), action: 'skip', code, reason: sentence };
}

function wait(due: DueFollowUp, until: Date, why: Reason): Decision {
	const code: ReasonCode = why.code;
	return { ...about(due), action: 'wait', code, reason: why.sentence, until: until.toISOString() };
}

function clampToUnit(value: number): number {
	return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
