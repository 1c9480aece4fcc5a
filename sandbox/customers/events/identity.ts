import { messageId, userId } from '../../ids.ts';
import { digitsOf } from '../../meta/find-number.ts';
import { ownWriting } from '../../meta/number-writings.ts';
import * as whatsapp from '../../meta/payloads/whatsapp.ts';
import { on, oneOf, type Kinds } from './kind.ts';

const forms = ['system', 'system_without_sender', 'user_id_update'] as const;

/** The customer gets a new user ID, and with `phone` a new number: told by a `system` message or in the field Meta withdrew. */
export const identity: Kinds = {
	new_user_id: on(['whatsapp'], (context, customer, input, at) => {
		const form = oneOf(input, 'form', forms);
		if (typeof form === 'object') return form;
		const before = { ...customer };
		if (before.userId) customer.previousUserIds = [...(customer.previousUserIds ?? []), before.userId];
		customer.userId = userId(before.userId?.slice(0, 2) ?? 'CO');
		if (typeof input['phone'] === 'string') {
			customer.phone = input['phone'];
			customer.waId = ownWriting(digitsOf(customer.phone));
		}
		customer.contactId = customer.waId ?? customer.userId;
		context.ledger.address(customer, before);
		const conversation = context.ledger.conversationOf(customer);
		conversation.key = `whatsapp:${conversation.account}:${customer.contactId}`;
		context.ledger.tell({ type: 'customer', customer });
		const event =
			form === 'user_id_update'
				? whatsapp.userIdUpdate(before, customer, at)
				: whatsapp.customerChanged(before, customer, messageId('whatsapp'), at, form === 'system');
		return { events: [event], result: { customer } };
	}),
};
