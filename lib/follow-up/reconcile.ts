import type { ConversationWithHistory } from '../messaging/conversation.ts';
import type { Chatbot, FollowUpDefinition } from './definition.ts';
import { canUseTemplate } from './message-kind.ts';
import { reason } from './reasons/index.ts';
import { askRules } from './rules/index.ts';
import { templateReady } from './rules/template-ready.ts';
import type { Content, Decision, DueFollowUp, TemplateFact } from './types.ts';

export interface ReconcileInput {
	chatbot: Chatbot;
	conversation: ConversationWithHistory;
	due: readonly DueFollowUp[];
	templates?: readonly TemplateFact[];
	now: Date;
}

/**
 * Asks the rules once more about what was decided, now that texts and times are known. Decisions come in the order of
 * the chatbot's list: each message that goes counts for the caps and the gap of the next, so the first in the list goes
 * and the others wait or end. A moment that an AI chose is moved to one at which the message may go.
 */
export function reconcileDecisions(input: ReconcileInput, decisions: readonly Decision[]): Decision[] {
	let { conversation } = input;
	return inListOrder(input, decisions).map((decision) => {
		const followUp = input.chatbot.followUps.find(({ id }) => id === decision.followUpId);
		const due = input.due.find(({ id }) => id === decision.scheduledId);
		if (!followUp || !due) return decision;
		const facts = { ...input, conversation };
		if (decision.action === 'wait') return reconcileWait(facts, followUp, due, decision);
		if (decision.action !== 'send' || !decision.content) return decision;
		const reconciled = reconcileSend(facts, followUp, due, { ...decision, content: decision.content });
		if (reconciled.action === 'send') conversation = afterSending(conversation, input.now);
		return reconciled;
	});
}

function inListOrder({ chatbot }: ReconcileInput, decisions: readonly Decision[]): Decision[] {
	const place = new Map(chatbot.followUps.map(({ id }, index) => [id, index]));
	const placeOf = ({ followUpId }: Decision) => place.get(followUpId) ?? Infinity;
	return [...decisions].sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}

function reconcileSend(
	input: ReconcileInput,
	followUp: FollowUpDefinition,
	due: DueFollowUp,
	decision: Decision & { content: Content },
): Decision {
	const { content } = decision;
	const result = askRules({ ...factsOf(input, followUp, due), content, at: input.now, phase: 'decide' });
	if (result.kind === 'end') return { ...decision, action: 'skip', ...result.reason };
	if (result.at > input.now) {
		const why = result.reasons.at(-1) ?? reason('minimum_gap');
		return { ...decision, content: undefined, action: 'wait', ...why, until: result.at.toISOString() };
	}
	if (content.kind !== 'text' || !followUp.template || !canUseTemplate(followUp, input.conversation))
		return decision;
	const contentWhenClosed: Content = { kind: 'template', template: followUp.template };
	// A template that cannot go now is no way out either, should the window close before the sending.
	const closed = { ...factsOf(input, followUp, due), content: contentWhenClosed, at: input.now };
	return templateReady({ ...closed, phase: 'decide' }).kind === 'allow'
		? { ...decision, contentWhenClosed }
		: decision;
}

/** A decision to wait ends in nothing if no moment after it suits; it says so when that moment comes. */
function reconcileWait(
	input: ReconcileInput,
	followUp: FollowUpDefinition,
	due: DueFollowUp,
	decision: Decision,
): Decision {
	if (decision.until === undefined) return decision;
	const at = new Date(decision.until);
	const result = askRules({ ...factsOf(input, followUp, due), at, now: input.now, phase: 'plan' });
	if (result.kind === 'end' || result.at <= input.now) return decision;
	return { ...decision, until: result.at.toISOString() };
}

function factsOf(
	{ chatbot, conversation, templates }: ReconcileInput,
	followUp: FollowUpDefinition,
	due: DueFollowUp,
) {
	return { chatbot, followUp, conversation, anchor: due.anchor, templates };
}

function afterSending(conversation: ConversationWithHistory, now: Date): ConversationWithHistory {
	return { ...conversation, followUpsSentAt: [...conversation.followUpsSentAt, now.toISOString()] };
}
