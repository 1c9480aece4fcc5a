import { HAS_TEMPLATES } from '../../messaging/platform-limits';
import { messagingWindow } from '../../messaging/window';
import { reason } from '../reasons';
import { ALLOW, end, type Rule } from './rule';

/** Outside the window only an approved WhatsApp template may go. */
export const windowOpen: Rule = ({ followUp, conversation, at }) => {
	if (messagingWindow(conversation, at).isOpen) return ALLOW;
	return HAS_TEMPLATES[conversation.channel] && followUp.template ? ALLOW : end(reason('window_closed'));
};
