import { inHoldOut } from '../hold-out.ts';
import { reason } from '../reasons.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/** Last of all, when it would be sent: those who got nothing can then be compared with those who got it. */
export const holdOut: Rule = ({ chatbot, conversation, phase, content }) =>
	phase !== 'plan' &&
	content !== undefined &&
	inHoldOut(conversation.key, chatbot.id, chatbot.settings.holdOutPercent)
		? end(reason('held_out'))
		: ALLOW;
