import { messagingWindow } from '../../messaging/window';
import { reason } from '../reasons';
import { ALLOW, end, waitUntil, type Rule } from './rule';

/**
 * A follow-up into a thread where nobody on our side has spoken is always wrong (seen in the wild: 19 of 245).
 * The answer may still come, so it waits another delay while a free-form message would be allowed.
 */
export const businessAnswered: Rule = ({ chatbot, followUp, conversation, anchor, at, phase }) => {
	if (phase === 'plan' || !chatbot.settings.onlyIfBusinessAnswered) return ALLOW;
	const answered = Date.parse(conversation.lastOutboundAt ?? '') >= Date.parse(anchor.at);
	if (answered) return ALLOW;
	const again = new Date(at.getTime() + followUp.delayMs);
	const { closesAt } = messagingWindow(conversation, at);
	const lastMoment = Date.parse(closesAt ?? '') - chatbot.settings.safetyMarginMinutes * 60_000;
	return again.getTime() <= lastMoment
		? waitUntil(again, reason('waiting_for_business'))
		: end(reason('business_silent'));
};
