import type { BusinessAuthor } from '../messaging/conversation';
import type { Db } from './db';

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
	await tx
		.insertInto('messages')
		.values({
			conversation_id: conversationId,
			message_id: message.messageId,
			direction: 'out',
			at,
			...known,
		})
		.onConflict((conflict) => conflict.columns(['message_id', 'conversation_id']).doUpdateSet(known))
		.execute();
	await tx
		.updateTable('conversations')
		.set({ last_outbound_at: at, last_outbound_by: message.by })
		.where('id', '=', conversationId)
		.where((where) => where.or([where('last_outbound_at', 'is', null), where('last_outbound_at', '<=', at)]))
		.execute();
}
