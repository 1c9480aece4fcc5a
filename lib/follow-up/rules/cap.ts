import { reason } from '../reasons/index.ts';
import { ALLOW, end, type Rule } from './rule.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * No customer gets more than so many follow-ups in a period, however many are defined (seen in the wild: 19 in a row).
 *
 * es: Ningún cliente recibe más de cierto número de seguimientos en un período, por muchos que haya definidos (visto en
 * la práctica: 19 seguidos).
 */
export const cap: Rule = ({ chatbot, conversation, at }) => {
	const { maxPerCustomer, maxPerCustomerDays } = chatbot.settings;
	if (maxPerCustomer === 0) return ALLOW;
	const since = at.getTime() - maxPerCustomerDays * DAY_MS;
	const recent = conversation.followUpsSentAt.filter((sent) => Date.parse(sent) > since);
	if (recent.length < maxPerCustomer) return ALLOW;
	return end(
		reason(
			'capped',
			`The customer has got ${recent.length} follow-ups in ${maxPerCustomerDays} days; at most ${maxPerCustomer} are allowed`,
		),
	);
};
