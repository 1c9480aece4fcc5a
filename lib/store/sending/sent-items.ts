import { conversationKey } from '../../messaging/conversation-key.ts';
import type { Contact } from '../../messaging/messaging-event.ts';
import type { Channel } from '../../messaging/channel.ts';
import { unknownConversation } from '../manage/change-conversation.ts';
import { findConversationId } from '../conversations/find.ts';
import type { Db } from '../database/db.ts';
import { readDetail } from '../database/stored-json.ts';

/** A message that an execution is about to send. */
export interface ItemToSend {
	/** Names execution, node, run and item; the same when n8n repeats them. */
	key: string;
	/** Key of the conversation. */
	conversation: string;
	callbackData: string;
}

/** A message that was handed to Meta before, by the same item of the same execution. */
export interface SentItem {
	conversation: { key: string; channel: Channel; account: string; contact: Contact };
	callbackData: string;
	begunAt: string;
	/** Missing: the answer was lost, so nobody knows whether Meta took it. */
	accepted?: SentMessage;
}

export interface SentMessage {
	messageId: string;
	at: string;
	/** As long as the message itself is kept. */
	type?: string;
	text?: string;
	/** What else was noted with it. */
	result: Record<string, unknown>;
}

/** What the item of an execution has sent already. */
export async function sentItem(db: Db, key: string): Promise<SentItem | undefined> {
	const row = await db
		.selectFrom('sent_items as item')
		.innerJoin('conversations as conversation', 'conversation.id', 'item.conversation_id')
		.leftJoin('messages as message', (join) =>
			join
				.onRef('message.message_id', '=', 'item.message_id')
				.onRef('message.conversation_id', '=', 'item.conversation_id'),
		)
		.selectAll('item')
		.select(['conversation.channel', 'conversation.account', 'conversation.contact', 'conversation.phone'])
		.select(['message.type', 'message.text'])
		.where('item.key', '=', key)
		.executeTakeFirst();
	if (!row) return undefined;
	const { channel, account, contact, phone, type, text } = row;
	const accepted = row.message_id !== null && {
		...{ messageId: row.message_id, at: new Date(row.accepted_at ?? row.begun_at).toISOString() },
		...(type === null ? {} : { type }),
		...(text === null ? {} : { text }),
		result: readDetail(row.result_json) ?? {},
	};
	return {
		conversation: {
			...{ key: conversationKey({ channel, account, contact }), channel, account },
			contact: { id: contact, ...(phone === null ? {} : { phone }) },
		},
		...{ callbackData: row.callback_data, begunAt: new Date(row.begun_at).toISOString() },
		...(accepted ? { accepted } : {}),
	};
}

/**
 * Notes an item right before its request. Whoever comes second is given what is known of the first.
 * @returns what the item has sent before; undefined: it is the first time, and it may be sent now.
 */
export async function beginItem(
	db: Db,
	{ key, conversation, callbackData }: ItemToSend,
	now: Date,
): Promise<SentItem | undefined> {
	const id = await findConversationId(db, conversation);
	if (id === undefined) throw unknownConversation(conversation);
	const added = await db
		.insertInto('sent_items')
		.values({
			...{ key, conversation_id: id, callback_data: callbackData, begun_at: now.getTime() },
			...{ message_id: null, accepted_at: null, result_json: null },
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(added.numInsertedOrUpdatedRows ?? 0) > 0 ? undefined : await sentItem(db, key);
}

/** Notes that Meta accepted it, in the transaction that records the message. */
export async function finishItem(
	tx: Db,
	{ key, result }: { key: string; result: object },
	{ messageId }: { messageId: string },
	now: Date,
): Promise<void> {
	await tx
		.updateTable('sent_items')
		.set({ message_id: messageId, accepted_at: now.getTime(), result_json: JSON.stringify(result) })
		.where('key', '=', key)
		.execute();
}

/** Meta certainly did not take it, so a repetition may send it. */
export async function forgetItem(db: Db, key: string): Promise<void> {
	await db.deleteFrom('sent_items').where('key', '=', key).where('message_id', 'is', null).execute();
}
