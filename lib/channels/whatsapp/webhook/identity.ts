import { WHATSAPP } from '../../../messaging/channels/whatsapp.ts';
import type { Contact } from '../../../messaging/messaging-event.ts';
import { asObject, asText, asTime, shown, type Json } from '../../../meta/webhook/read.ts';
import type { Sink } from '../../../meta/webhook/sink.ts';
import { contactFor, toContact } from './contact.ts';
import { NO_ACCOUNT, type WhatsAppContext } from './context.ts';

/**
 * Reads a `system` message: a customer has a new number or a new user ID. It may come without any sender; an old number
 * arrives as the sender. Meta's examples without `previous_user_id` name both IDs in the sentence only.
 * Source: Meta, webhook reference "system messages"; read 2026-11-22.
 */
export function parseSystem(message: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const system = asObject(message.system) ?? {};
	const sender = contactFor({ userId: message.from_user_id, phone: message.from }, context.contacts);
	const newPhone = asText(system.wa_id) ?? asText(system.new_wa_id);
	const contact = newContact({ userId: system.user_id, phone: newPhone, sender });
	const earlier = [
		asText(system.previous_user_id) ?? asText(message.previous_user_id),
		sender?.id,
		asText(message.from),
		earlierInSentence(asText(system.body)),
	];
	identityEvent(asText(message.id), message, { contact, earlier }, path, context, sink);
}

/**
 * Reads one of `user_id_update[]`, the field that Meta withdrew on 2026-08-11 in favour of `system` messages and that some
 * apps still get. Source: Meta, webhook reference "user_id_update" as stored before; checked against public code 2026-11-30.
 */
export function parseUserIdUpdate(update: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const ids = asObject(update.user_id);
	const sender = contactFor({ userId: undefined, phone: update.wa_id }, context.contacts);
	const current = asText(ids?.current) ?? asText(update.user_id);
	const contact = newContact({ userId: current, phone: asText(update.wa_id), sender });
	const previous = asText(ids?.previous) ?? asText(update.previous_user_id);
	const earlier = [previous, earlierInSentence(asText(update.detail))];
	const id = contact && `user_id_update:${contact.id}:${previous ?? ''}`;
	identityEvent(id, update, { contact, earlier }, path, context, sink);
}

/** Who they are now. The number of the sender is not among it: it may be the old one. */
function newContact(now: { userId: unknown; phone?: string; sender?: Contact }): Contact | undefined {
	const { sender } = now;
	const told = toContact({ userId: now.userId, phone: now.phone });
	if (!told) return sender;
	const { name, username } = sender ?? {};
	return { ...told, ...(name ? { name } : {}), ...(username ? { username } : {}) };
}

/** "User Ana changed from US.1 to US.2": the only place where some deliveries name the earlier ID. */
function earlierInSentence(sentence: string | undefined): string | undefined {
	return /\bfrom (\+?\d{6,15}|[A-Z]{2}\.[\w.]*\w) to /.exec(sentence ?? '')?.[1];
}

function identityEvent(
	id: string | undefined,
	raw: Json,
	{ contact, earlier }: { contact?: Contact; earlier: (string | undefined)[] },
	path: string,
	{ account, entryTime }: WhatsAppContext,
	sink: Sink,
): void {
	const at = asTime(raw.timestamp) ?? asTime(entryTime);
	if (!account) return sink.ignore(path, NO_ACCOUNT);
	if (!id) return sink.ignore(path, 'id is missing');
	if (!at) return sink.ignore(path, `timestamp ${shown(raw.timestamp)} is not a time`);
	if (!contact) return sink.ignore(path, 'the customer is not named');
	const known = earlier.flatMap((one) => (one ? (WHATSAPP.identity.phoneOf(one) ?? one) : []));
	const previousIds = [...new Set(known)].filter((one) => one !== contact.id && one !== contact.phone);
	const [previousId] = previousIds;
	sink.event({
		...{ kind: 'identity', id, channel: 'whatsapp', account, at, opensWindow: false, raw },
		contact: { ...contact, ...(previousId ? { previousId, previousIds } : {}) },
	});
}
