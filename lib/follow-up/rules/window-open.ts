import { isWindowOpen } from '../../messaging/window';
import { templateAt } from '../message-kind';
import { reason } from '../reasons';
import { ALLOW, end, type Rule } from './rule';

/** Outside the window only a WhatsApp template may go; a text that was decided on inside it may not. */
export const windowOpen: Rule = (facts) => {
	if (isWindowOpen(facts.conversation, facts.at)) return ALLOW;
	const isText = facts.content?.kind === 'text';
	return !isText && templateAt(facts) ? ALLOW : end(reason('window_closed'));
};
