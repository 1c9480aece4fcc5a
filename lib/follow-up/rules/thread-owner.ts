import { reason } from '../reasons.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * Sending would take the thread away from the app (or Meta Business Agent) that owns it.
 *
 * es: Enviar le quitaría el hilo a la aplicación (o al Meta Business Agent) que lo tiene.
 */
export const threadOwner: Rule = ({ conversation }) =>
	conversation.ownedByOtherSince ? end(reason('owned_by_other_app')) : ALLOW;
