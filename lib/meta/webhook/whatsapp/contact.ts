import type { Contact } from '../../../messaging/messaging-event.ts';
import { asArray, asObject, asText, type Json } from '../read.ts';

/**
 * Reads `contacts[]`. Since usernames (2026-06) the phone number can be missing as a whole; the business-scoped user ID
 * (`user_id`) is the stable key. Source: Meta, "Business-scoped user IDs"; read 2026-11-22.
 */
export function contactsOf(list: unknown): Contact[] {
	return asArray(list).flatMap((value) => {
		const contact = asObject(value);
		const profile = asObject(contact?.profile);
		return contact ? (toContact({ userId: contact.user_id, phone: contact.wa_id, profile }) ?? []) : [];
	});
}

/** The customer named by a message or status, completed by what `contacts[]` says of the same person. */
export function contactFor(ids: { userId: unknown; phone: unknown }, known: Contact[]): Contact | undefined {
	const own = toContact(ids);
	const match = own
		? known.find(({ id, phone }) => id === own.id || (phone !== undefined && phone === own.phone))
		: onlyOne(known);
	if (!own) return match;
	// The more stable of the two IDs wins: `own` may know the phone only.
	return match ? { ...match, ...own, id: own.id === own.phone ? match.id : own.id } : own;
}

function onlyOne(known: Contact[]): Contact | undefined {
	return known.length === 1 ? known[0] : undefined;
}

function toContact(from: { userId: unknown; phone: unknown; profile?: Json }): Contact | undefined {
	const userId = asText(from.userId);
	const phone = asText(from.phone);
	const id = userId ?? phone;
	if (!id) return undefined;
	const name = asText(from.profile?.name);
	const username = asText(from.profile?.username);
	return { id, ...(phone ? { phone } : {}), ...(name ? { name } : {}), ...(username ? { username } : {}) };
}
