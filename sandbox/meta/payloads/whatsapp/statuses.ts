import type { Conversation, Customer, Message } from '../../../ledger.ts';
import type { WebhookEvent } from '../../webhooks.ts';
import { contact, digits, numberChange, phoneKeys, seconds, shownNumber } from './frame.ts';

/** Where a message was sent: the number as Meta writes it (null for a user ID), and whom it reaches. */
export type StatusTarget = { phone: string | null; customer: Customer | null };

/** A status of a message of ours. `failed` comes without `contacts`, and without the user ID if it went to a phone number. */
export function status(
	message: Message,
	to: StatusTarget,
	state: string,
	at: number,
	extra: object,
): WebhookEvent {
	const failed = state === 'failed';
	const showUserId = to.customer?.userId && !(failed && to.phone);
	const number = to.phone ? digits(to.phone) : to.customer && shownNumber(to.customer);
	return numberChange('messages', {
		...(!failed && to.customer && { contacts: [contact(to.customer)] }),
		statuses: [
			{
				id: message.id,
				status: state,
				timestamp: seconds(at),
				...(number && { recipient_id: number }),
				...(showUserId && { recipient_user_id: to.customer?.userId }),
				...extra,
				...(message.callbackData !== undefined && { biz_opaque_callback_data: message.callbackData }),
			},
		],
	});
}

/** A status of a payment: its `failed` is the payment's, not that of the message that asked for it. */
export function paymentStatus(
	customer: Customer,
	messageId: string,
	state: string,
	at: number,
): WebhookEvent {
	return numberChange('messages', {
		contacts: [contact(customer)],
		statuses: [
			{
				id: messageId,
				...phoneKeys(customer, 'recipient_id'),
				recipient_user_id: customer.userId,
				type: 'payment',
				status: state,
				payment: {
					reference_id: `sandbox-order-${seconds(at)}`,
					amount: { value: 21_000, offset: 100 },
					currency: 'BRL',
				},
				timestamp: seconds(at),
			},
		],
	});
}

/** A status of a message to a group in which the customer is. */
export function groupStatus(customer: Customer, messageId: string, state: string, at: number): WebhookEvent {
	return numberChange('messages', {
		contacts: [contact(customer)],
		statuses: [
			{
				id: messageId,
				status: state,
				timestamp: seconds(at),
				recipient_id: 'Y2FwaV9ncm91cDpzYW5kYm94',
				recipient_type: 'group',
				...phoneKeys(customer, 'recipient_participant_id'),
				recipient_participant_user_id: customer.userId,
			},
		],
	});
}

/** `pricing`, and inside a free entry point `conversation`, by the rules in force since October 2026. */
export function pricing(
	message: Message,
	conversation: Conversation | undefined,
	entryPointEndsAt: number | null,
	freeService: boolean,
): object {
	const price = (type: string, category: string) => ({
		pricing: { pricing_model: 'PMP', type, category, billable: type === 'regular' },
	});
	if (conversation && entryPointEndsAt !== null) {
		const origin = { type: 'referral_conversion' };
		const id = `${conversation.customer}-${entryPointEndsAt}`;
		return {
			conversation: { id, expiration_timestamp: seconds(entryPointEndsAt), origin },
			...price('free_entry_point', 'referral_conversion'),
		};
	}
	if (message.template) return price('regular', message.template.category.toLowerCase());
	return price(freeService ? 'free_customer_service' : 'regular', 'service');
}
