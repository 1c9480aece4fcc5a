import { reason } from '../reasons/index.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * A 👍, ✅, ❤ or 👎 to a message of the business is often all the answer there is; asking again would annoy.
 *
 * es: Un 👍, ✅, ❤ o 👎 a un mensaje del negocio suele ser toda la respuesta; preguntar de nuevo molestaría.
 */
export const reactionAnswered: Rule = ({ chatbot, conversation, anchor }) => {
	const { reactedAt } = conversation;
	if (!reactedAt || !chatbot.settings.reactionsCountAsAnswers) return ALLOW;
	return Date.parse(reactedAt) >= Date.parse(anchor.at) ? end(reason('cancelled_reaction')) : ALLOW;
};
