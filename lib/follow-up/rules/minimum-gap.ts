import { canUseTemplate } from '../message-kind.ts';
import { reason } from '../reasons/index.ts';
import { latestFreeForm } from '../window-end.ts';
import { ALLOW, end, waitUntil, type Rule } from './rule.ts';

const MINUTE_MS = 60_000;

/**
 * Two follow-ups the customer has not answered keep their distance; an answer in between makes them two stories.
 *
 * es: Dos seguimientos sin respuesta del cliente guardan distancia; una respuesta entre ellos los hace dos historias.
 */
export const minimumGap: Rule = ({ chatbot, followUp, conversation, anchor, at }) => {
	const { minimumGapMinutes } = chatbot.settings;
	const began = Date.parse(anchor.at);
	const last = Math.max(
		...conversation.followUpsSentAt.map((sent) => Date.parse(sent)).filter((sent) => sent >= began),
	);
	const until = new Date(last + minimumGapMinutes * MINUTE_MS);
	if (!(until > at)) return ALLOW;
	const latest = latestFreeForm(chatbot, conversation, at);
	if (latest && until > latest && !canUseTemplate(followUp, conversation))
		return end(reason('gap_past_window'));
	return waitUntil(until, reason('minimum_gap'));
};
