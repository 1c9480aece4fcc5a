import { parseConversationKey, type ConversationAddress } from '../messaging/conversation-key';
import type { Db } from './db';
import { fixedQuery, type ValuesOf } from './fixed-query';
import type { ScheduledWithAddress } from './rows';
import type { ConversationRow } from './schema';

/** Finds a conversation by any ID its contact was ever known by. */
export async function findConversation(db: Db, key: string): Promise<ConversationRow | undefined> {
	return await BY_ALIAS.first(db, parseConversationKey(key));
}

/** The number of a conversation in this store, for what belongs to it; found like the conversation itself. */
export async function findConversationId(db: Db, key: string): Promise<number | undefined> {
	return (await ID_BY_ALIAS.first(db, parseConversationKey(key)))?.conversation_id;
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

function conversationOf(db: Db, value: ValuesOf<ConversationAddress>) {
	return aliasOf(db, value)
		.innerJoin('conversations as conversation', 'conversation.id', 'alias.conversation_id')
		.selectAll('conversation');
}

const BY_ALIAS = fixedQuery(conversationOf);
const BY_ALIAS_LOCKED = fixedQuery((db, value: ValuesOf<ConversationAddress>) =>
	conversationOf(db, value).forNoKeyUpdate('conversation'),
);

/** Scheduled follow-ups with the address of their conversation. */
export function selectScheduled(db: Db) {
	return db
		.selectFrom('scheduled_follow_ups as scheduled')
		.innerJoin('conversations as conversation', 'conversation.id', 'scheduled.conversation_id')
		.selectAll('scheduled')
		.select(['conversation.channel', 'conversation.account', 'conversation.contact']);
}

export async function findScheduled(db: Db, id: string): Promise<ScheduledWithAddress | undefined> {
	return await SCHEDULED_BY_ID.first(db, { id });
}

const SCHEDULED_BY_ID = fixedQuery((db, value: ValuesOf<{ id: string }>) =>
	selectScheduled(db).where('scheduled.id', '=', value('id')),
);

/**
 * Reads a follow-up in order to change it. Its conversation is locked first and then it: everybody locks in this order, so
 * that nobody waits in a circle, and nobody changes a follow-up while its conversation takes in a message.
 */
export async function lockScheduled(tx: Db, id: string): Promise<ScheduledWithAddress | undefined> {
	await CONVERSATION_LOCKED.all(tx, { id });
	return await SCHEDULED_LOCKED.first(tx, { id });
}

const CONVERSATION_LOCKED = fixedQuery((db, value: ValuesOf<{ id: string }>) => {
	const followUp = db
		.selectFrom('scheduled_follow_ups')
		.select('conversation_id')
		.where('id', '=', value('id'));
	return db.selectFrom('conversations').select('id').where('id', '=', followUp).forNoKeyUpdate();
});

const SCHEDULED_LOCKED = fixedQuery((db, value: ValuesOf<{ id: string }>) =>
	selectScheduled(db).where('scheduled.id', '=', value('id')).forNoKeyUpdate('scheduled'),
);

/** Like `findConversation`, and nobody else changes it or its follow-ups until this transaction ends. */
export async function lockConversation(tx: Db, key: string): Promise<ConversationRow | undefined> {
	return await BY_ALIAS_LOCKED.first(tx, parseConversationKey(key));
}
