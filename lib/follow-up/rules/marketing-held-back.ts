import { MARKETING_HELD_BACK_MS } from '../../messaging/platform-limits.ts';
import { templateAt } from '../message-kind.ts';
import { reason } from '../reasons/index.ts';
import { isMarketing } from './marketing-opted-out.ts';
import { ALLOW, waitUntil, type Rule } from './rule.ts';

/**
 * After 131049 another marketing template within a day is refused as well, and counts against the number.
 *
 * es: Después de un 131049, otra plantilla de marketing en el mismo día también se rechaza y cuenta contra el número.
 */
export const marketingHeldBack: Rule = (facts) => {
	const { marketingHeldBackAt } = facts.conversation;
	if (!marketingHeldBackAt || !isMarketing(templateAt(facts))) return ALLOW;
	const until = new Date(Date.parse(marketingHeldBackAt) + MARKETING_HELD_BACK_MS);
	return until > facts.at ? waitUntil(until, reason('marketing_held_back')) : ALLOW;
};
