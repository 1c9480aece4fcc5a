import { inHoldOut } from '../hold-out';
import { reason } from '../reasons';
import { ALLOW, end, type Rule } from './rule';

/** Last of all, when it would be sent: those who got nothing can then be compared with those who got it. */
export const holdOut: Rule = ({ chatbot, conversation, phase, content }) =>
	phase !== 'plan' &&
	content !== undefined &&
	inHoldOut(conversation.key, chatbot.id, chatbot.settings.holdOutPercent)
		? end(reason('held_out'))
		: ALLOW;
