import {
	UNNAMED,
	type EventPricing,
	type EventStatus,
	type MessageState,
} from '../../../messaging/messaging-event.ts';
import type { Sink } from '../../../meta/webhook/sink.ts';
import { asArray, asNumber, asObject, asText, asTime, shown, type Json } from '../../../meta/webhook/read.ts';
import { contactFor } from './contact.ts';
import { NO_ACCOUNT, type WhatsAppContext } from './context.ts';

const STATES: readonly string[] = ['sent', 'delivered', 'read', 'played', 'failed'];

/** A `failed` status may name no customer at all; it is matched by its message ID. */
const NO_CONTACT = { id: UNNAMED };

/** Reads one of `statuses[]`. Source: Meta, webhook reference "messages: status"; read 2026-11-22. */
export function parseStatus(status: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const { account } = context;
	const messageId = asText(status.id);
	const state = asText(status.status);
	const at = asTime(status.timestamp);
	if (asText(status.recipient_type) === 'group' || asText(status.group_id))
		return sink.ignore(path, 'of a message to a group; only conversations of two count');
	const type = asText(status.type);
	if (type === 'payment') return parsePayment(status, path, context, sink);
	if (type !== undefined && type !== 'message') return sink.ignore(path, `a status of ${shown(type)}`);
	if (!account) return sink.ignore(path, NO_ACCOUNT);
	if (!messageId) return sink.ignore(path, 'id is missing');
	if (!state || !STATES.includes(state)) return sink.ignore(path, `unknown status ${shown(status.status)}`);
	if (!at) return sink.ignore(path, `timestamp ${shown(status.timestamp)} is not a time`);
	sink.event({
		kind: 'status',
		id: `${messageId}:${state}`,
		channel: 'whatsapp',
		account,
		contact:
			contactFor({ userId: status.recipient_user_id, phone: status.recipient_id }, context.contacts) ??
			NO_CONTACT,
		at,
		opensWindow: false,
		status: statusOf(status, messageId, state as MessageState),
		raw: status,
	});
}

/** What became of a payment: its `failed` is the payment's, and the message that asked for it has arrived long ago. */
function parsePayment(status: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const { account } = context;
	const ids = { userId: status.recipient_user_id, phone: status.recipient_id };
	const contact = contactFor(ids, context.contacts);
	const at = asTime(status.timestamp);
	const about = `${asText(status.id) ?? ''}:${asText(status.status) ?? ''}`;
	if (!account || !contact || !at) return sink.ignore(path, 'a payment without account, customer or time');
	sink.event({
		...{ kind: 'other', id: `payment:${contact.id}:${about}:${at}` },
		...{ channel: 'whatsapp', account, contact, at, opensWindow: false, raw: status },
	});
}

function statusOf(status: Json, messageId: string, state: MessageState): EventStatus {
	const callbackData = asText(status.biz_opaque_callback_data);
	const pricing = asObject(status.pricing);
	const errors = asArray(status.errors).flatMap((value) => {
		const error = asObject(value);
		if (!error) return [];
		const message =
			asText(asObject(error.error_data)?.details) ?? asText(error.message) ?? asText(error.title) ?? '';
		return [{ code: asNumber(error.code) ?? 0, message }];
	});
	return {
		messageId,
		state,
		...(callbackData ? { callbackData } : {}),
		...(errors.length > 0 ? { errors } : {}),
		...(pricing ? { pricing: pricingOf(pricing) } : {}),
	};
}

/** The rest passes through as it came; what is counted by has to be what it should. */
function pricingOf({ type, category, billable, ...more }: Json): EventPricing {
	const texts = Object.entries({ type: asText(type), category: asText(category) });
	return {
		...more,
		...Object.fromEntries(texts.filter(([, text]) => text !== undefined)),
		...(typeof billable === 'boolean' ? { billable } : {}),
	};
}
