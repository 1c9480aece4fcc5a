import type { Customer } from '../../../ledger.ts';
import type { WebhookEvent } from '../../webhooks.ts';
import { contact, numberChange, phoneKeys, seconds, shownNumber } from './frame.ts';

/** A `system` message: the customer has a new number or a new user ID. It comes without `contacts`, and at times without any sender. */
export function customerChanged(
	before: Customer,
	after: Customer,
	id: string,
	at: number,
	withSender = true,
): WebhookEvent {
	const number = shownNumber(after);
	const newNumber = number !== undefined && shownNumber(before) !== number;
	const system = {
		body: newNumber
			? `User ${before.name} changed from ${shownNumber(before) ?? before.userId} to ${number}`
			: `User ${before.name} changed their user ID`,
		type: newNumber ? 'user_changed_number' : 'user_changed_user_id',
		...(newNumber && { wa_id: number }),
		user_id: after.userId,
		previous_user_id: before.userId,
	};
	const from = withSender ? { ...phoneKeys(before, 'from'), from_user_id: after.userId } : {};
	return numberChange('messages', {
		messages: [{ ...from, id, timestamp: seconds(at), type: 'system', system }],
	});
}

/** The same in the field of its own that Meta withdrew on 2026-08-11 and some apps still get. */
export function userIdUpdate(before: Customer, after: Customer, at: number): WebhookEvent {
	return numberChange('user_id_update', {
		contacts: [contact(after)],
		user_id_update: [
			{
				...phoneKeys(after, 'wa_id'),
				detail: `User id for ${after.name} has been updated.`,
				user_id: { previous: before.userId, current: after.userId },
				timestamp: seconds(at),
			},
		],
	});
}
