import { parseConversationKey } from '../messaging/conversation-key';
import type { Db } from './db';
import type { ScheduledWithAddress } from './rows';
import type { ConversationRow } from './schema';

/** Finds a conversation by any ID its contact was ever known by. */
export async function findConversation(db: Db, key: string): Promise<ConversationRow | undefined> {
	const { channel, account, contact } = parseConversationKey(key);
	return await db
		.selectFrom('contact_aliases as alias')
		.innerJoin('conversations as conversation', 'conversation.id', 'alias.conversation_id')
		.selectAll('conversation')
		.where('alias.channel', '=', channel)
		.where('alias.account', '=', account)
		.where('alias.alias', '=', contact)
		.executeTakeFirst();
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
