import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import { fixedListQuery, places, type ItemsOf } from '../database/fixed-query.ts';
import { partsOf } from '../database/parts.ts';
import type { Author, MessageRow } from '../database/schema.ts';

/** A message for the transcript. */
export type NewMessage = Omit<MessageRow, 'id' | 'state' | 'state_at'>;

/**
 * The message that an event brings, as the transcript of a conversation holds it.
 * @param keepsFile - Somebody wants its voice note or picture to be understood, unless it has words of its own.
 */
export function messageOf(
	event: MessagingEvent,
	conversationId: number,
	direction: 'in' | 'out',
	author: Author,
	keepsFile = false,
): NewMessage {
	const file = keepsFile && event.message?.text === undefined ? event.message?.file : undefined;
	const { id, type, text } = event.message ?? { id: event.id, type: event.kind, text: undefined };
	return {
		conversation_id: conversationId,
		message_id: event.kind === 'reaction' ? event.id : id,
		direction,
		author,
		type,
		text: text ?? null,
		at: Date.parse(event.at),
		reply_to: event.message?.replyTo ?? null,
		media_json: file ? JSON.stringify({ file, state: 'open' }) : null,
	};
}

/** Puts messages into the transcript; gives how many were not there before. */
export async function insertMessages(tx: Db, messages: readonly NewMessage[]): Promise<number> {
	let inserted = 0;
	for (const some of partsOf(messages)) inserted += await INSERT.run(tx, some, {});
	return inserted;
}

const INSERT = fixedListQuery(
	(db, length, message: ItemsOf<NewMessage>) =>
		db
			.insertInto('messages')
			.values(
				places(length, (place) => ({
					conversation_id: message(place, 'conversation_id'),
					message_id: message(place, 'message_id'),
					direction: message(place, 'direction'),
					author: message(place, 'author'),
					type: message(place, 'type'),
					text: message(place, 'text'),
					at: message(place, 'at'),
					reply_to: message(place, 'reply_to'),
					media_json: message(place, 'media_json'),
				})),
			)
			.onConflict((conflict) => conflict.columns(['message_id', 'conversation_id']).doNothing()),
	{ mayRepeat: true },
);
