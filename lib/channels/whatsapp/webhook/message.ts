import type { EventKind, EventMessage, MessagingEvent } from '../../../messaging/messaging-event.ts';
import { correctionOf, isCorrection } from './correction.ts';
import type { Sink } from '../../../meta/webhook/sink.ts';
import { asObject, asText, asTime, shown, type Json } from '../../../meta/webhook/read.ts';
import { contactFor } from './contact.ts';
import { NO_ACCOUNT, type WhatsAppContext } from './context.ts';
import { messageOpensWindow } from './opens-window.ts';

const KINDS: Record<string, EventKind> = {
	reaction: 'reaction',
	system: 'identity',
};

const MEDIA_TYPES = ['image', 'audio', 'video', 'document', 'sticker', 'location', 'contacts', 'order'];

/** Reads one of `messages[]`. Source of the shapes: Meta, webhook reference "messages"; read 2026-11-22. */
export function parseMessage(message: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const { account } = context;
	const id = asText(message.id);
	const at = asTime(message.timestamp);
	const type = asText(message.type) ?? 'unsupported';
	const contact = contactFor({ userId: message.from_user_id, phone: message.from }, context.contacts);
	// A group has a window and members of its own; taking its messages for a person's would write to that person.
	if (asText(message.group_id))
		return sink.ignore(path, 'a message in a group; only conversations of two count');
	if (!account) return sink.ignore(path, NO_ACCOUNT);
	if (!id) return sink.ignore(path, 'id is missing');
	if (!at) return sink.ignore(path, `timestamp ${shown(message.timestamp)} is not a time`);
	if (!contact) return sink.ignore(path, 'neither from_user_id nor from is there');

	if (isCorrection(type)) {
		const correction = correctionOf(message, type);
		if (!correction) return sink.ignore(path, `${type}.original_message_id is missing`);
		const about = { id, channel: 'whatsapp' as const, account, contact, at };
		sink.event({ ...about, kind: 'other', opensWindow: false, correction, raw: message });
		return;
	}
	const event: MessagingEvent = {
		kind: Object.hasOwn(KINDS, type) ? (KINDS[type] as EventKind) : 'message',
		id,
		channel: 'whatsapp',
		account,
		contact,
		at,
		opensWindow: messageOpensWindow(type),
		message: messageOf(message, id, type),
		raw: message,
	};
	sink.event(type === 'system' ? { ...event, contact: newIdentity(message, event) } : event);
}

/** The parts of a message that echoes have too. */
export function messageOf(message: Json, id: string, type: string): EventMessage {
	const text = textOf(message, type);
	const payload = payloadOf(message, type);
	const replyTo = asText(asObject(message.context)?.id) ?? asText(asObject(message.reaction)?.message_id);
	const media = MEDIA_TYPES.includes(type) ? mediaOf(message[type]) : undefined;
	const referral = asObject(message.referral);
	return {
		id,
		type,
		...(text !== undefined ? { text } : {}),
		...(payload !== undefined ? { payload } : {}),
		...(replyTo !== undefined ? { replyTo } : {}),
		...(media ? { media } : {}),
		...(referral ? { referral } : {}),
	};
}

function mediaOf(value: unknown): object | undefined {
	return Array.isArray(value) ? { items: value } : asObject(value);
}

function textOf(message: Json, type: string): string | undefined {
	const content = asObject(message[type]) ?? {};
	if (type === 'text') return asText(content.body);
	if (type === 'button') return asText(content.text);
	if (type === 'reaction') return asText(content.emoji);
	if (type === 'system') return asText(content.body);
	if (type === 'interactive') return asText(replyOf(content)?.title) ?? asText(replyOf(content)?.body);
	if (type === 'location') return asText(content.name) ?? asText(content.address);
	if (type === 'order') return asText(content.text);
	return asText(content.caption);
}

function payloadOf(message: Json, type: string): string | undefined {
	const content = asObject(message[type]) ?? {};
	if (type === 'button') return asText(content.payload);
	if (type === 'interactive') return asText(replyOf(content)?.id) ?? asText(replyOf(content)?.response_json);
	return undefined;
}

function replyOf(interactive: Json): Json | undefined {
	return (
		asObject(interactive.button_reply) ?? asObject(interactive.list_reply) ?? asObject(interactive.nfm_reply)
	);
}

/**
 * `system` tells that a customer has a new number or a new user ID. `previous_user_id` replaced the withdrawn
 * `user_id_update` field on 2026-08-11; an old number arrives as the sender.
 */
function newIdentity(message: Json, event: MessagingEvent): MessagingEvent['contact'] {
	const system = asObject(message.system) ?? {};
	const newId =
		asText(system.user_id) ?? asText(system.wa_id) ?? asText(system.new_wa_id) ?? event.contact.id;
	const phone = asText(system.wa_id) ?? asText(system.new_wa_id);
	const previousId = asText(system.previous_user_id) ?? asText(message.previous_user_id) ?? event.contact.id;
	return {
		...event.contact,
		id: newId,
		...(phone ? { phone } : {}),
		...(previousId !== newId ? { previousId } : {}),
	};
}
