import { reason } from '../../follow-up/reasons/index.ts';
import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import type { ConversationRow } from '../database/schema.ts';
import { readContent } from '../database/stored-json.ts';
import { WENT_OUT } from '../database/state-conditions.ts';
import { transition } from './transition.ts';
import { markRepliedSince } from './replied.ts';

/**
 * Messenger and Instagram give nothing back by which a message could be recognised whose answer was lost; its echo, with
 * the same text in the same conversation, is the proof that it went out.
 * @returns whether the echo was that of a follow-up.
 */
export async function settleLostAnswer(
	tx: Db,
	conversationId: number,
	event: MessagingEvent,
	now: Date,
): Promise<boolean> {
	const text = event.message?.text;
	if (text === undefined) return false;
	const at = Date.parse(event.at);
	const candidates = await lostOnes(tx, conversationId);
	const lost = candidates.find(({ content_json }) => textOf(content_json) === text);
	if (!lost) return false;
	const messageId = event.message?.id ?? event.id;
	await transition(
		tx,
		{
			id: lost.id,
			from: lost.state,
			to: 'sent',
			reason: reason('status_update'),
			changes: { message_id: messageId, accepted_at: at, sent_at: at },
			detail: { status: 'echo' },
		},
		now,
	);
	if (lost.state === 'unknown') await markRepliedSince(tx, conversationId, at, now);
	await tx
		.updateTable('messages')
		.set({ author: 'follow_up' })
		.where('conversation_id', '=', conversationId)
		.where('message_id', '=', messageId)
		.execute();
	return true;
}

/**
 * Who wrote a message of which only its delivery is known. If the answer to a follow-up was lost, it is rather the follow-up
 * than somebody's answer to what the customer has written since; the echo will tell. WhatsApp's statuses bring our own ID.
 */
export async function presumedAuthor(
	tx: Db,
	{ id, channel }: Pick<ConversationRow, 'id' | 'channel'>,
): Promise<'follow_up' | 'unknown'> {
	const mayBeOurs = !CHANNEL_FACTS[channel].returnsCallbackData && (await lostOnes(tx, id)).length > 0;
	return mayBeOurs ? 'follow_up' : 'unknown';
}

/** Follow-ups that were handed to Meta, by whatever ID it gave them. */
async function lostOnes(tx: Db, conversationId: number) {
	return await tx
		.selectFrom('scheduled_follow_ups')
		.select(['id', 'state', 'content_json'])
		.where('conversation_id', '=', conversationId)
		.where(WENT_OUT)
		.where('state', 'in', ['sending', 'unknown'])
		.where('message_id', 'is', null)
		.execute();
}

function textOf(json: string | null): string | undefined {
	const content = readContent(json);
	return content?.kind === 'text' ? content.text : undefined;
}
