import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import type { Contact, MessagingEvent } from '../../messaging/messaging-event.ts';
import type { ConversationRow } from '../database/schema.ts';

export type Address = Pick<MessagingEvent, 'channel' | 'account'>;

/** The IDs under which a contact is named, the most stable one first. */
export function aliasesOf({ id, phone }: Contact): string[] {
	return phone !== undefined && phone !== id ? [id, phone] : [id];
}

/** The same, and behind them the other writings of their numbers: whoever is known under one of these is the same person. */
export function everyAliasOf({ channel }: Pick<Address, 'channel'>, contact: Contact): string[] {
	const told = aliasesOf(contact);
	const { writingsOf } = CHANNEL_FACTS[channel].identity;
	return [...new Set([...told, ...told.flatMap(writingsOf)])];
}

/** The IDs that the same person had before, the most stable one first. */
export function previousIdsOf({ previousId, previousIds }: Contact): string[] {
	return previousIds ?? (previousId === undefined ? [] : [previousId]);
}

export function aliasKey({ channel, account }: Address, alias: string): string {
	return `${channel}:${account}:${alias}`;
}

/**
 * A business-scoped user ID belongs to one person; numbers change hands. A known number that comes with another user ID,
 * and without notice of a new ID, may have a new owner. Source: Meta, "Business-scoped user IDs"; read 2026-11-22.
 */
export function isSamePerson(row: ConversationRow, alias: string, { id }: Contact): boolean {
	const { writingsOf } = CHANNEL_FACTS[row.channel].identity;
	return writingsOf(id).includes(alias) || writingsOf(alias).includes(row.contact) || row.contact === id;
}

/** Whether two conversations whose IDs were named together are one person's: two user IDs are two persons. */
export function mayBeOnePerson(one: ConversationRow, other: ConversationRow): boolean {
	const ids = [userIdOf(one), userIdOf(other)].filter((id) => id !== undefined);
	return one.channel === other.channel && one.account === other.account && new Set(ids).size < 2;
}

/** The ID of a person that is no number, if one is known. */
export function userIdOf({
	channel,
	contact,
}: Pick<ConversationRow, 'channel' | 'contact'>): string | undefined {
	return CHANNEL_FACTS[channel].identity.phoneOf(contact) === undefined ? contact : undefined;
}
