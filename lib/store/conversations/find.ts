import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import { parseConversationKey, type ConversationAddress } from '../../messaging/conversation-key.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import type { ConversationRow } from '../database/schema.ts';

/** Finds a conversation by any ID its contact was ever known by, numbers in any of their writings. */
export async function findConversation(db: Db, key: string): Promise<ConversationRow | undefined> {
	return await firstOf(key, async (address) => await BY_ALIAS.first(db, address));
}

/** The number of a conversation in this store, for what belongs to it; found like the conversation itself. */
export async function findConversationId(db: Db, key: string): Promise<number | undefined> {
	return (await firstOf(key, async (address) => await ID_BY_ALIAS.first(db, address)))?.conversation_id;
}

/** A conversation by its number in this store. */
export async function conversationById(db: Db, id: number): Promise<ConversationRow | undefined> {
	return await BY_ID.first(db, { id });
}

/** People write a number as `+52 1 55 1234 5678`; it is stored as Meta writes it. */
export function readAddress(key: string): ConversationAddress {
	const address = parseConversationKey(key);
	const { identity } = CHANNEL_FACTS[address.channel];
	return { ...address, contact: identity.read(address.contact)?.id ?? address.contact };
}

/** Everything that a contact is looked for under, the way it was written first. */
export function addressesOf(key: string): ConversationAddress[] {
	const address = readAddress(key);
	const { writingsOf } = CHANNEL_FACTS[address.channel].identity;
	return writingsOf(address.contact).map((contact) => ({ ...address, contact }));
}

/** As it was written first: the other writing is only asked about somebody who is not known by this one. */
async function firstOf<T>(
	key: string,
	ask: (address: ConversationAddress) => Promise<T | undefined>,
): Promise<T | undefined> {
	for (const address of addressesOf(key)) {
		const found = await ask(address);
		if (found !== undefined) return found;
	}
	return undefined;
}

function aliasOf(db: Db, value: ValuesOf<ConversationAddress>) {
	return db
		.selectFrom('contact_aliases as alias')
		.where('alias.channel', '=', value('channel'))
		.where('alias.account', '=', value('account'))
		.where('alias.alias', '=', value('contact'));
}

const ID_BY_ALIAS = fixedQuery((db, value: ValuesOf<ConversationAddress>) =>
	aliasOf(db, value).select('alias.conversation_id'),
);

const BY_ID = fixedQuery((db, value: ValuesOf<{ id: number }>) =>
	db.selectFrom('conversations').selectAll().where('id', '=', value('id')),
);

function conversationOf(db: Db, value: ValuesOf<ConversationAddress>) {
	return aliasOf(db, value)
		.innerJoin('conversations as conversation', 'conversation.id', 'alias.conversation_id')
		.selectAll('conversation');
}

const BY_ALIAS = fixedQuery(conversationOf);
const BY_ALIAS_LOCKED = fixedQuery((db, value: ValuesOf<ConversationAddress>) =>
	conversationOf(db, value).forNoKeyUpdate('conversation'),
);

/** Like `findConversation`, and nobody else changes it or its follow-ups until this transaction ends. */
export async function lockConversation(tx: Db, key: string): Promise<ConversationRow | undefined> {
	const ask = async () => await firstOf(key, async (address) => await BY_ALIAS_LOCKED.first(tx, address));
	// It may have become part of another one while its lock was waited for; the second question finds that one.
	return (await ask()) ?? (await ask());
}
