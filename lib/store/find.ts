import { parseConversationKey } from '../messaging/conversation-key';
import type { Db } from './db';
import type { ScheduledWithAddress } from './rows';
import type { ConversationRow } from './schema';

/** Finds a conversation by any ID its contact was ever known by. */
export async function findConversation(db: Db, key: string): Promise<ConversationRow | undefined> {
	return await conversationByAlias(db, key).executeTakeFirst();
}

function conversationByAlias(db: Db, key: string) {
	const { channel, account, contact } = parseConversationKey(key);
	return db
		.selectFrom('contact_aliases as alias')
		.innerJoin('conversations as conversation', 'conversation.id', 'alias.conversation_id')
		.selectAll('conversation')
		.where('alias.channel', '=', channel)
		.where('alias.account', '=', account)
		.where('alias.alias', '=', contact);
}

/** Scheduled follow-ups with the address of their conversation. */
export function selectScheduled(db: Db) {
	return db
		.selectFrom('scheduled_follow_ups as scheduled')
		.innerJoin('conversations as conversation', 'conversation.id', 'scheduled.conversation_id')
		.selectAll('scheduled')
		.select(['conversation.channel', 'conversation.account', 'conversation.contact']);
}

export async function findScheduled(db: Db, id: string): Promise<ScheduledWithAddress | undefined> {
	return await selectScheduled(db).where('scheduled.id', '=', id).executeTakeFirst();
}

/**
 * Reads a follow-up in order to change it. Its conversation is locked first and then it: everybody locks in this order, so
 * that nobody waits in a circle, and nobody changes a follow-up while its conversation takes in a message.
 */
export async function lockScheduled(tx: Db, id: string): Promise<ScheduledWithAddress | undefined> {
	const followUp = tx.selectFrom('scheduled_follow_ups').select('conversation_id').where('id', '=', id);
	await tx.selectFrom('conversations').select('id').where('id', '=', followUp).forNoKeyUpdate().execute();
	return await selectScheduled(tx)
		.where('scheduled.id', '=', id)
		.forNoKeyUpdate('scheduled')
		.executeTakeFirst();
}

/** Like `findConversation`, and nobody else changes it or its follow-ups until this transaction ends. */
export async function lockConversation(tx: Db, key: string): Promise<ConversationRow | undefined> {
	return await conversationByAlias(tx, key).forNoKeyUpdate('conversation').executeTakeFirst();
}
