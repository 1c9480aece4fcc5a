import { reason } from '../reasons/index.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * A follow-up is for a silence: the message it was planned after must still be the customer's last.
 *
 * es: Un seguimiento es para un silencio: el mensaje tras el que se planeó debe seguir siendo el último del cliente.
 */
export const customerSilent: Rule = ({ conversation, anchor }) => {
	if (!conversation.lastInboundAt) return end(reason('no_customer_message'));
	return conversation.lastInboundId === anchor.id ? ALLOW : end(reason('cancelled_reply'));
};
