import type { BusinessAuthor } from '../../messaging/conversation.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import type { MessageRow } from '../database/schema.ts';
import { ownerAfterOurs, type OwnerFacts } from './owner-facts.ts';

export interface NewOutbound {
	messageId: string;
	at: Date;
	type: string;
	text?: string;
	by: BusinessAuthor;
}

/** Puts a message of the business into the conversation; its webhook may have come first, then it gets its text and author. */
export async function insertOutbound(tx: Db, conversationId: number, message: NewOutbound): Promise<void> {
	const at = message.at.getTime();
	const known = { author: message.by, type: message.type, text: message.text ?? null };
	await UPSERT.run(tx, { conversation_id: conversationId, message_id: message.messageId, at, ...known });
	await NOTE_LATEST.run(tx, { id: conversationId, at, by: message.by });
	if (takesThread(message.type)) await noteTaken(tx, conversationId, at);
}

/**
 * Whether a message that Meta took makes the thread ours. A template takes nothing over, and nobody is told of either.
 * Source: Meta, webhook references "standby" (2026-08-04) and "messaging_handovers" (2026-09-22) of WhatsApp; on Messenger
 * and Instagram Meta refuses what an app sends into another app's thread.
 */
export function takesThread(type: string): boolean {
	return type !== 'template';
}

async function noteTaken(tx: Db, id: number, at: number): Promise<void> {
	const facts = await OWNER.first(tx, { id });
	const changes = facts && ownerAfterOurs(facts, at);
	if (changes) await CHANGE_OWNER.run(tx, { id, ...changes });
}

const OWNER = fixedQuery((db, value: ValuesOf<{ id: number }>) =>
	db
		.selectFrom('conversations')
		.select(['thread_ours_at', 'owned_by_other_since', 'thread_theirs_json'])
		.where('id', '=', value('id'))
		.forNoKeyUpdate(),
);

const CHANGE_OWNER = fixedQuery((db, value: ValuesOf<{ id: number } & OwnerFacts>) =>
	db
		.updateTable('conversations')
		.set({
			thread_ours_at: value('thread_ours_at'),
			owned_by_other_since: value('owned_by_other_since'),
			thread_theirs_json: value('thread_theirs_json'),
		})
		.where('id', '=', value('id')),
);

type Outbound = Omit<MessageRow, 'id' | 'direction' | 'state' | 'state_at' | 'reply_to' | 'media_json'>;

const UPSERT = fixedQuery((db, value: ValuesOf<Outbound>) => {
	const known = { author: value('author'), type: value('type'), text: value('text') };
	const message = { conversation_id: value('conversation_id'), message_id: value('message_id') };
	return db
		.insertInto('messages')
		.values({ ...message, direction: 'out', at: value('at'), ...known })
		.onConflict((conflict) => conflict.columns(['message_id', 'conversation_id']).doUpdateSet(known));
});

const NOTE_LATEST = fixedQuery((db, value: ValuesOf<{ id: number; at: number; by: BusinessAuthor }>) =>
	db
		.updateTable('conversations')
		.set({ last_outbound_at: value('at'), last_outbound_by: value('by') })
		.where('id', '=', value('id'))
		.where((is) => is.or([is('last_outbound_at', 'is', null), is('last_outbound_at', '<=', value('at'))])),
);
