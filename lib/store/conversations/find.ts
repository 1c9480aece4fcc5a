import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import { parseConversationKey, type ConversationAddress } from '../../messaging/conversation-key.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import type { ConversationRow } from '../database/schema.ts';

/** Finds a conversation by any ID its contact was ever known by. */
export async function findConversation(db: Db, key: string): Promise<ConversationRow | undefined> {
	return await BY_ALIAS.first(db, addressFrom(key));
}

/** The number of a conversation in this store, for what belongs to it; found like the conversation itself. */
export async function findConversationId(db: Db, key: string): Promise<number | undefined> {
	return (await ID_BY_ALIAS.first(db, addressFrom(key)))?.conversation_id;
}

/** A conversation by its number in this store. */
export async function conversationById(db: Db, id: number): Promise<ConversationRow | undefined> {
	return await BY_ID.first(db, { id });
}

/** People write a number as `+52 1 55 1234 5678`; it is stored as Meta writes it. */
function addressFrom(key: string): ConversationAddress {
	const address = parseConversationKey(key);
	const { identity } = CHANNEL_FACTS[address.channel];
	return { ...address, contact: identity.read(address.contact)?.id ?? address.contact };
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
	return await BY_ALIAS_LOCKED.first(tx, addressFrom(key));
}
