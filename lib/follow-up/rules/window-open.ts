import { isWindowOpen } from '../../messaging/window.ts';
import { templateAt } from '../message-kind.ts';
import { reason } from '../reasons/index.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * Outside the window only a WhatsApp template may go; a text that was decided on inside it may not.
 *
 * es: Fuera de la ventana solo puede salir una plantilla de WhatsApp; un texto decidido dentro de ella, no.
 */
export const windowOpen: Rule = (facts) => {
	if (isWindowOpen(facts.conversation, facts.at)) return ALLOW;
	const isText = facts.content?.kind === 'text';
	return !isText && templateAt(facts) ? ALLOW : end(reason('window_closed'));
};
