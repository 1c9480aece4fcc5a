import { reason } from '../reasons/index.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * Every request to stop is honoured (Meta, WhatsApp Business Messaging Policy).
 *
 * es: Toda petición de no recibir más mensajes se respeta (Meta, política de mensajería de WhatsApp Business).
 */
export const optedOut: Rule = ({ conversation }) =>
	conversation.optedOutAt ? end(reason('opted_out')) : ALLOW;
