import type { Customer, Message } from '../../../ledger.ts';
import type { WebhookEvent } from '../../webhooks.ts';
import { businessNumber, contact, numberChange, phoneKeys, seconds, sender } from './frame.ts';

/** A message from a customer; `content` is `{ type, [type]: … }` and what goes with it. */
export function customerMessage(customer: Customer, id: string, at: number, content: object): WebhookEvent {
	return numberChange('messages', {
		contacts: [contact(customer)],
		messages: [{ ...sender(customer), id, timestamp: seconds(at), ...content }],
	});
}

/** What an echo is told in: coexistence has its own field, the App Dashboard's sample another. */
export const echoFields = ['smb_message_echoes', 'message_echoes'] as const;
export type EchoField = (typeof echoFields)[number];

/** A message that went out without our app: typed in the WhatsApp Business app, or made by one of Meta's own bots. */
export function businessAppMessage(
	customer: Customer,
	message: Message,
	at: number,
	how: { field?: EchoField; creation?: string } = {},
): WebhookEvent {
	return numberChange(how.field ?? 'smb_message_echoes', {
		message_echoes: [
			{
				from: businessNumber,
				...phoneKeys(customer, 'to'),
				to_user_id: customer.userId,
				id: message.id,
				timestamp: seconds(at),
				type: 'text',
				text: { body: message.text },
				...(how.creation && { message_creation_type: how.creation }),
			},
		],
	});
}

/** The customer calls the business. */
export function call(customer: Customer, id: string, at: number): WebhookEvent {
	return numberChange('calls', {
		contacts: [contact(customer)],
		calls: [
			{
				id,
				...sender(customer),
				to: businessNumber,
				event: 'connect',
				direction: 'USER_INITIATED',
				timestamp: seconds(at),
			},
		],
	});
}

/** The customer stopped, resumed or signed up for marketing messages in WhatsApp's own settings. */
export function marketingPreference(customer: Customer, value: string, at: number): WebhookEvent {
	return numberChange('user_preferences', {
		contacts: [contact(customer)],
		user_preferences: [
			{
				...phoneKeys(customer, 'wa_id'),
				user_id: customer.userId,
				detail: `User requested to ${value} marketing messages`,
				category: 'marketing_messages',
				value,
				timestamp: Number(seconds(at)),
			},
		],
	});
}
