import type { Contact } from '../../../messaging/messaging-event.ts';
import { asObject, asText, asTime, shown, type Json } from '../../../meta/webhook/read.ts';
import { each, type Sink } from '../../../meta/webhook/sink.ts';
import { contactFor } from './contact.ts';
import { contentOf, typeOf } from './content.ts';
import { isOwnNumber, NO_ACCOUNT, type WhatsAppContext } from './context.ts';
import { recipientOf } from './echo.ts';

/**
 * Reads what was said in the WhatsApp Business app before the number was connected: up to 180 days, thousands of messages in
 * one delivery. It is there to be read; it never starts, cancels or opens anything. What media held comes later, as
 * `messages[]` or, of the business's own, as `message_echoes[]` in the same field. A thread names the customer by number in
 * `id`, or by number and user ID in `context`. Sources: Meta, webhook reference "history", read 2026-11-22; the forms of
 * threads also from public code, read 2026-11-30.
 */
export function parseHistoryChunk(chunk: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	if (Array.isArray(chunk.errors)) sink.ignore(`${path}.errors`, 'the business shares no history');
	each(chunk.threads, `${path}.threads`, sink, (thread, threadAt) => {
		const about = asObject(thread.context);
		const ids = { userId: thread.user_id ?? about?.user_id, phone: thread.id ?? about?.wa_id };
		const contact = contactFor(ids, context.contacts);
		each(thread.messages, `${threadAt}.messages`, sink, (message, at) =>
			parseOne(message, at, { contact, fromBusiness: isFromBusiness(message, context) }, context, sink),
		);
	});
}

/** Reads what a message held that came as a placeholder, of either side. */
export function parseHistoryMessage(message: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const fromBusiness = isFromBusiness(message, context);
	const ids = fromBusiness ? recipientOf(message) : { userId: message.from_user_id, phone: message.from };
	parseOne(message, path, { contact: contactFor(ids, context.contacts), fromBusiness }, context, sink);
}

/** Reads what a message of the business held that came as a placeholder. */
export function parseHistoryEcho(message: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const contact = contactFor(recipientOf(message), context.contacts);
	parseOne(message, path, { contact, fromBusiness: true }, context, sink);
}

function parseOne(
	message: Json,
	path: string,
	{ contact, fromBusiness }: { contact: Contact | undefined; fromBusiness: boolean },
	context: WhatsAppContext,
	sink: Sink,
): void {
	const { account } = context;
	const id = asText(message.id);
	const at = asTime(message.timestamp);
	const type = typeOf(message);
	if (!account) return sink.ignore(path, NO_ACCOUNT);
	if (!id) return sink.ignore(path, 'id is missing');
	if (!at) return sink.ignore(path, `timestamp ${shown(message.timestamp)} is not a time`);
	if (!contact) return sink.ignore(path, 'the customer is not named');
	sink.event({
		kind: 'history',
		// The content of media comes later under the same ID and must not pass for a repetition.
		id: type === 'media_placeholder' ? `${id}:placeholder` : id,
		...{ channel: 'whatsapp' as const, account, contact, at, opensWindow: false },
		message: contentOf(message, id, type),
		...(fromBusiness ? { echo: { by: 'person' as const } } : {}),
		raw: message,
	});
}

/** An echo names its receiver; everything else tells its direction itself or by the number it came from. */
function isFromBusiness(message: Json, context: WhatsAppContext): boolean {
	const told = asObject(message.history_context)?.from_me;
	if (typeof told === 'boolean') return told;
	if (asText(message.to) ?? asText(message.to_user_id)) return true;
	return isOwnNumber(context, message.from);
}
