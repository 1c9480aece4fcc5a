import type { BusinessAuthor } from '../../messaging/conversation.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import type { MessageRow } from '../database/schema.ts';

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
}

type Outbound = Omit<MessageRow, 'id' | 'direction' | 'state' | 'state_at' | 'reply_to'>;

const UPSERT = fixedQuery((db, value: ValuesOf<Outbound>) => {
	const known = { author: value('author'), type: value('type'), text: value('text') };
	const message = { conversation_id: value('conversation_id'), message_id: value('message_id') };
	return db
		.insertInto('messages')
		.values({ ...message, direction: 'out', at: value('at'), ...known })
		.onConflict((conflict) => conflict.columns(['message_id', 'conversation_id']).doUpdateSet(known));
});

const NOTE_LATEST = fixedQuery((db, value: ValuesOf<{ id: number; at: number; by: string }>) =>
	db
		.updateTable('conversations')
		.set({ last_outbound_at: value('at'), last_outbound_by: value('by') })
		.where('id', '=', value('id'))
		.where((is) => is.or([is('last_outbound_at', 'is', null), is('last_outbound_at', '<=', value('at'))])),
);
