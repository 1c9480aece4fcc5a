import { MARKETING_HELD_BACK_MS } from '../../messaging/platform-limits';
import { templateAt } from '../message-kind';
import { reason } from '../reasons';
import { isMarketing } from './marketing-opted-out';
import { ALLOW, waitUntil, type Rule } from './rule';

/** After 131049 another marketing template within a day is refused as well, and counts against the number. */
export const marketingHeldBack: Rule = (facts) => {
	const { marketingHeldBackAt } = facts.conversation;
	if (!marketingHeldBackAt || !isMarketing(templateAt(facts))) return ALLOW;
	const until = new Date(Date.parse(marketingHeldBackAt) + MARKETING_HELD_BACK_MS);
	return until > facts.at ? waitUntil(until, reason('marketing_held_back')) : ALLOW;
};
