import { reason } from '../reasons/index.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * After so many follow-ups in a row without an answer the customer is left in peace, whichever follow-ups and chatbots
 * they came from. An answer begins the count anew.
 *
 * es: Después de cierto número de seguimientos seguidos sin respuesta se deja en paz al cliente, sin importar de qué
 * seguimientos o chatbots vinieron. Una respuesta reinicia la cuenta.
 */
export const unansweredInARow: Rule = ({ chatbot, conversation, anchor }) => {
	const { maxUnanswered } = chatbot.settings;
	if (maxUnanswered === 0) return ALLOW;
	const began = Date.parse(anchor.at);
	const unanswered = conversation.followUpsSentAt.filter((sent) => Date.parse(sent) >= began);
	if (unanswered.length < maxUnanswered) return ALLOW;
	return end(
		reason(
			'unanswered_in_a_row',
			`The customer has not answered the last ${unanswered.length} follow-ups; after ${maxUnanswered} in a row no more are sent`,
		),
	);
};
