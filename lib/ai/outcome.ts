import { latestFreeForm } from '../follow-up/due-time.ts';
import { canUseTemplate } from '../follow-up/message-kind.ts';
import { reason, type Reason, type ReasonCode } from '../follow-up/reasons/index.ts';
import { stopReason, type StopKind } from '../follow-up/stop-kind.ts';
import type { Content, Decision, DueFollowUp } from '../follow-up/types.ts';
import { isWindowOpen } from '../messaging/window.ts';
import type { Asked } from './ask.ts';
import { tidied } from './checks/index.ts';
import { cleanReason } from './clean-reason.ts';
import type { Open, DecideInput } from './decide-input.ts';
import type { ModelUnavailableError, UselessAnswer } from './decision-model.ts';

/** When the model cannot be reached: how long until it is asked again, and for how long at most after the due time. */
const AI_RETRY_MS = 15 * 60_000;
const AI_RETRY_AT_MOST_MS = 24 * 60 * 60_000;

/** How often a question that the server does not accept is asked, each time so much later. */
const QUESTION_ATTEMPTS = 3;

const USELESS: Record<UselessAnswer, ReasonCode> = {
	refused: 'ai_refused',
	too_long: 'ai_too_long',
	not_accepted: 'ai_refused',
	empty: 'ai_answer_empty',
	cut_off: 'ai_answer_cut_off',
};

export function send({ due }: Open, content: Content): Decision {
	return { ...addressOf(due), action: 'send', ...reason('decided_send'), content };
}

export function skip(due: DueFollowUp, why: Reason): Decision {
	return { ...addressOf(due), action: 'skip', ...why };
}

export function stop(due: DueFollowUp, stopKind: StopKind, sentence: string): Decision {
	return { ...addressOf(due), action: 'stop', ...stopReason(stopKind, sentence), stopKind };
}

/** Ends everything as `stop` does, and is recorded as a wish that stands for later silences too. */
export function optOut(due: DueFollowUp, sentence: string): Decision {
	return { ...addressOf(due), action: 'stop', ...reason('opted_out_by_model', sentence), optOut: true };
}

export function wait(due: DueFollowUp, until: Date, why: Reason): Decision {
	return { ...addressOf(due), action: 'wait', ...why, until: until.toISOString() };
}

function addressOf(due: DueFollowUp): Pick<Decision, 'followUpId' | 'scheduledId'> {
	return { followUpId: due.followUpId, scheduledId: due.id };
}

/** Window open: the message. Closed: the template, which the rules have made sure of. */
export function contentFor(
	{ conversation, now }: DecideInput,
	{ definition }: Open,
	written?: string,
): Content {
	if (!isWindowOpen(conversation, now) && definition.template) {
		return { kind: 'template', template: definition.template };
	}
	const text =
		definition.messageSource === 'fixed' ? definition.message.trim() : tidied(written ?? definition.message);
	return { kind: 'text', text };
}

/** The follow-up waits and asks again, at the last allowed moment at the latest; after it the fixed message, or nothing. */
export function whenUnavailable(
	input: DecideInput,
	one: Open,
	{ retryAfterMs = 0, message }: Pick<ModelUnavailableError, 'retryAfterMs' | 'message'>,
): Decision {
	const last = lastRetry(input, one);
	const again = Math.min(input.now.getTime() + Math.max(AI_RETRY_MS, retryAfterMs), last);
	if (again > input.now.getTime())
		return wait(one.due, new Date(again), withDetail('ai_retry', input, message));
	return withFixedMessage(input, one) ?? skip(one.due, withDetail('ai_unavailable', input, message));
}

function lastRetry({ chatbot, conversation, now }: DecideInput, { definition, due }: Open): number {
	const allowed = canUseTemplate(definition, conversation)
		? undefined
		: latestFreeForm(chatbot, conversation, now);
	return Math.min(allowed?.getTime() ?? Infinity, Date.parse(due.allowedAt) + AI_RETRY_AT_MOST_MS);
}

/** The model answered, and there is nothing in it for this follow-up that may be sent. */
export function whenUnusable(input: DecideInput, one: Open, asked: Asked): Decision {
	if (asked.useless === 'not_accepted') {
		const asksBefore = one.due.reasons.filter(({ code }) => code === 'ai_question_refused').length;
		const again = new Date(input.now.getTime() + AI_RETRY_MS);
		if (asksBefore + 1 < QUESTION_ATTEMPTS && again.getTime() <= lastRetry(input, one))
			return wait(one.due, again, withDetail('ai_question_refused', input, asked.serverSaid));
	}
	const code = asked.useless
		? USELESS[asked.useless]
		: asked.unusableTexts.has(one.definition.name)
			? 'ai_text_unusable'
			: 'ai_answer_unusable';
	return withFixedMessage(input, one) ?? skip(one.due, withDetail(code, input, asked.serverSaid));
}

/** With what was told of it, if that is not the customer's. */
function withDetail(code: ReasonCode, { transcript }: DecideInput, told = ''): Reason {
	const said = cleanReason(told, transcript, '');
	return said === '' ? reason(code) : reason(code, `${reason(code).sentence} (${said})`);
}

function withFixedMessage(input: DecideInput, one: Open): Decision | undefined {
	if (!input.chatbot.settings.useFixedMessageWhenAiFails) return undefined;
	const content = contentFor(input, one, one.definition.message);
	if (content.kind === 'text' && content.text === '') return undefined;
	return { ...send(one, content), ...reason('fixed_message_instead') };
}
