import type { Outgoing, Recipient } from './outgoing.ts';
import { pageBody } from './page-body.ts';
import { whatsAppBody } from './whatsapp-body.ts';

/**
 * The body of `POST /{account}/messages`. `callbackData` comes back with WhatsApp's statuses and is how a message is
 * recognised whose answer got lost.
 * @throws Error when a template is to go to a platform without templates.
 */
export function messageBody(to: Recipient, content: Outgoing, callbackData?: string): object {
	return to.channel === 'whatsapp' ? whatsAppBody(to, content, callbackData) : pageBody(to, content);
}
