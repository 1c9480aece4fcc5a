import type { Contact } from '../../../messaging/messaging-event.ts';
import { each } from '../../../meta/webhook/sink.ts';
import { type Sink } from '../../../meta/webhook/sink.ts';
import { asText, asTime, shown, type Json } from '../../../meta/webhook/read.ts';
import { contactFor } from './contact.ts';
import { NO_ACCOUNT, type WhatsAppContext } from './context.ts';
import { messageOf } from './message.ts';

/**
 * Reads what was said in the WhatsApp Business app before the number was connected: up to 180 days, thousands of messages in
 * one delivery. It is there to be read; it never starts, cancels or opens anything. What media held comes later, as
 * `messages[]` in the same field. Source: Meta, webhook reference "history"; read 2026-11-22.
 */
export function parseHistory(value: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	each(value.history, `${path}.history`, sink, (chunk, chunkAt) => {
		if (Array.isArray(chunk.errors)) sink.ignore(`${chunkAt}.errors`, 'the business shares no history');
		each(chunk.threads, `${chunkAt}.threads`, sink, (thread, threadAt) => {
			const contact = contactFor({ userId: thread.user_id, phone: thread.id }, context.contacts);
			each(thread.messages, `${threadAt}.messages`, sink, (message, at) =>
				parseOne(message, at, contact, context, sink),
			);
		});
	});
	each(value.messages, `${path}.messages`, sink, (message, at) => {
		const ids = isFromBusiness(message, context)
			? { userId: message.to_user_id, phone: message.to }
			: { userId: message.from_user_id, phone: message.from };
		parseOne(message, at, contactFor(ids, context.contacts), context, sink);
	});
}

function parseOne(
	message: Json,
	path: string,
	contact: Contact | undefined,
	context: WhatsAppContext,
	sink: Sink,
): void {
	const { account } = context;
	const id = asText(message.id);
	const at = asTime(message.timestamp);
	const type = asText(message.type) ?? 'unsupported';
	if (!account) return sink.ignore(path, NO_ACCOUNT);
	if (!id) return sink.ignore(path, 'id is missing');
	if (!at) return sink.ignore(path, `timestamp ${shown(message.timestamp)} is not a time`);
	if (!contact) return sink.ignore(path, 'the customer is not named');
	sink.event({
		kind: 'history',
		// The content of media comes later under the same ID and must not pass for a repetition.
		id: type === 'media_placeholder' ? `${id}:placeholder` : id,
		...{ channel: 'whatsapp' as const, account, contact, at, opensWindow: false },
		message: messageOf(message, id, type),
		...(isFromBusiness(message, context) ? { echo: { by: 'person' as const } } : {}),
		raw: message,
	});
}

/** An echo names its receiver; everything else tells its direction by the number it came from. */
function isFromBusiness(message: Json, { ownNumber }: WhatsAppContext): boolean {
	if (asText(message.to) ?? asText(message.to_user_id)) return true;
	return ownNumber !== undefined && asText(message.from)?.replace(/\D/g, '') === ownNumber;
}
