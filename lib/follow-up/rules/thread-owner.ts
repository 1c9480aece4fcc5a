import { reason } from '../reasons/index.ts';
import { takeOverFrom } from '../take-over.ts';
import { ALLOW, end, waitUntil, type Rule } from './rule.ts';

/**
 * Sending would take the thread away from the app (or Meta Business Agent) that owns it. A setting allows it where nobody
 * answers the customer: an agent that listens to a few numbers only leaves all others without an answer.
 *
 * es: Enviar le quitaría el hilo a la aplicación (o al Meta Business Agent) que lo tiene. Un ajuste lo permite donde nadie le
 * responde al cliente: un agente que atiende solo a unos pocos números deja a todos los demás sin respuesta.
 */
export const threadOwner: Rule = (facts) => {
	if (!facts.conversation.ownedByOtherSince) return ALLOW;
	const from = takeOverFrom(facts);
	if (!from) return end(reason('owned_by_other_app'));
	return from > facts.at ? waitUntil(from, reason('waiting_for_other_app')) : ALLOW;
};
