import { reason } from '../reasons.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/** Sending would take the thread away from the app (or Meta Business Agent) that owns it. */
export const threadOwner: Rule = ({ conversation }) =>
	conversation.ownedByOtherSince ? end(reason('owned_by_other_app')) : ALLOW;
