import { canUseTemplate } from '../message-kind.ts';
import { reason } from '../reasons/index.ts';
import { delayMsOf, silenceBegan } from '../silence.ts';
import { latestFreeForm } from '../window-end.ts';
import { beforeLastingQuiet } from './quiet-hours.ts';
import { ALLOW, waitUntil, type Rule } from './rule.ts';

/**
 * With a delay that counts from the last message of anyone, a message of the business since the plan makes the silence
 * begin anew. It is still sent at the last suitable moment of the window rather than not at all.
 *
 * es: Con un retraso que se cuenta desde el último mensaje de cualquiera, un mensaje del negocio después del plan hace
 * que el silencio empiece de nuevo. Aun así sale en el último momento adecuado de la ventana, antes que no salir.
 */
export const silenceOver: Rule = (facts) => {
	const { chatbot, followUp, conversation, anchor, at, phase } = facts;
	// While planning, the time asked for counts from the last message already.
	if (followUp.anchor !== 'anyone' || phase === 'plan') return ALLOW;
	const began = silenceBegan(followUp, conversation, anchor).getTime();
	const asked = new Date(began + delayMsOf(chatbot, followUp, conversation));
	const latest = latestFreeForm(chatbot, conversation, at);
	const needsWindow = latest !== undefined && !canUseTemplate(followUp, conversation);
	const wanted = needsWindow && latest < asked ? latest : asked;
	const until = beforeLastingQuiet({ ...facts, at: wanted }, at) ?? wanted;
	return until > at ? waitUntil(until, reason('silence_not_over')) : ALLOW;
};
