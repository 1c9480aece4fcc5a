import type { Conversation } from '../../messaging/conversation';
import type { Outgoing } from './outgoing';
import { pageBody } from './page-body';
import { whatsAppBody } from './whatsapp-body';

export type Recipient = Pick<Conversation, 'channel' | 'contact'>;

/**
 * The body of `POST /{account}/messages`. `callbackData` comes back with WhatsApp's statuses and is how a message is
 * recognised whose answer got lost.
 * @throws Error when a template is to go to a platform without templates.
 */
export function messageBody(to: Recipient, content: Outgoing, callbackData?: string): object {
	return to.channel === 'whatsapp' ? whatsAppBody(to, content, callbackData) : pageBody(to, content);
}
