import { isInControlGroup } from '../control-group.ts';
import { reason } from '../reasons/index.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * Last of all, when it would be sent: those who got nothing can then be compared with those who got it.
 *
 * es: Al final de todo, cuando ya se enviaría: así se puede comparar a quienes no recibieron nada con quienes sí.
 */
export const controlGroup: Rule = ({ chatbot, conversation, phase, content }) =>
	phase !== 'plan' &&
	content !== undefined &&
	isInControlGroup(conversation.key, chatbot.id, chatbot.settings.holdOutPercent)
		? end(reason('held_out'))
		: ALLOW;
