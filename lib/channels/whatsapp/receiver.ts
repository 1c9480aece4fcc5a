import type { Contact } from '../../messaging/messaging-event.ts';
import { asArray, asObject, type Json } from '../../meta/webhook/read.ts';
import { toContact } from './webhook/contact.ts';

/**
 * Meta sends to whatever writing of a number it is given and names the customer's own in `contacts[].wa_id`; a user ID comes
 * along where there is one. Source: Meta, Cloud API "Send messages" and "Business-scoped user IDs"; read 2026-11-30.
 */
export function whatsAppReceiver(answer: Json): Contact | undefined {
	const contact = asObject(asArray(answer.contacts)[0]);
	return contact && toContact({ userId: contact.user_id, phone: contact.wa_id });
}
