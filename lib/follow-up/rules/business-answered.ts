import type { ConversationWithHistory } from '../../messaging/conversation.ts';
import { messagingWindow } from '../../messaging/window.ts';
import { reason } from '../reasons/index.ts';
import { takesOver } from '../take-over.ts';
import type { Anchor } from '../types.ts';
import { ALLOW, end, waitUntil, type Rule } from './rule.ts';

/**
 * A follow-up into a thread where nobody on our side has spoken is always wrong (seen in the wild: 19 of 245). The
 * answer may still come, so it waits another delay while a free-form message would be allowed.
 *
 * es: Un seguimiento en un hilo donde nadie del negocio ha hablado siempre está mal (visto en la práctica: 19 de 245).
 * La respuesta todavía puede llegar, así que espera otro retraso mientras se permita un mensaje libre.
 */
export const businessAnswered: Rule = ({ chatbot, followUp, conversation, anchor, at, phase }) => {
	if (phase === 'plan' || !chatbot.settings.onlyIfBusinessAnswered) return ALLOW;
	// A thread is taken over just because nobody answers in it.
	if (takesOver({ chatbot, conversation, at })) return ALLOW;
	if (hasAnswered(conversation, anchor)) return ALLOW;
	const again = new Date(at.getTime() + followUp.delayMs);
	const { closesAt } = messagingWindow(conversation, at);
	const lastMoment = Date.parse(closesAt ?? '') - chatbot.settings.safetyMarginMinutes * 60_000;
	return again.getTime() <= lastMoment
		? waitUntil(again, reason('waiting_for_business'))
		: end(reason('business_silent'));
};

/** A follow-up that crossed with the customer's message, sent for the silence before it, is no answer to it. */
function hasAnswered(conversation: ConversationWithHistory, anchor: Anchor): boolean {
	const { lastOutboundAt, lastOutboundBy, lastFollowUpAnchorId } = conversation;
	const crossed =
		lastOutboundBy === 'follow_up' &&
		lastFollowUpAnchorId !== undefined &&
		lastFollowUpAnchorId !== anchor.id;
	return !crossed && Date.parse(lastOutboundAt ?? '') >= Date.parse(anchor.at);
}
