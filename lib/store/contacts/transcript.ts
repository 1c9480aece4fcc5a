import type { BusinessAuthor } from '../../messaging/conversation.ts';
import { sql } from 'kysely';
import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import { fixedListQuery, fixedQuery, places, type ItemsOf, type ValuesOf } from '../database/fixed-query.ts';
import type { Author, ConversationRow } from '../database/schema.ts';
import { insertMessages, messageOf } from './messages-table.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { partsOf } from '../database/parts.ts';

/** Puts a message into the transcript; false if it is there already. */
export async function insertMessage(
	tx: Db,
	unit: UnitOfWork,
	row: ConversationRow,
	event: MessagingEvent,
	direction: 'in' | 'out',
	author: Author,
): Promise<boolean> {
	const inserted = await insertMessages(tx, [messageOf(event, row.id, direction, author)]);
	if (inserted > 0) unit.gotMessage(row);
	return inserted > 0;
}

/** Longer notes are cut: what matters of a conversation stands in it message by message, and the model sees no more of one. */
const NOTE_MAX_CHARACTERS = 1_500;

/** What another app told the business of a thread goes into the transcript; as nothing that anybody said. */
export async function insertNote(
	tx: Db,
	unit: UnitOfWork,
	row: ConversationRow,
	{ id, at, handover }: MessagingEvent,
): Promise<void> {
	const text = [handover?.note, handover?.context].filter((part) => part?.trim()).join('\n');
	if (text === '') return;
	const note = { direction: 'note', author: 'other_app', type: 'handover_note' } as const;
	const inserted = await insertMessages(tx, [
		{
			...{ conversation_id: row.id, message_id: id, ...note },
			...{ text: cutNote(text), at: Date.parse(at), reply_to: null, media_json: null },
		},
	]);
	if (inserted > 0) unit.gotMessage(row);
}

/** By characters, so that none is cut in two. */
function cutNote(text: string): string {
	const characters = [...text.slice(0, 2 * NOTE_MAX_CHARACTERS)];
	if (characters.length <= NOTE_MAX_CHARACTERS && text.length <= 2 * NOTE_MAX_CHARACTERS) return text;
	return `${characters.slice(0, NOTE_MAX_CHARACTERS - 1).join('')}…`;
}

/** Moves "the business last wrote" forward, never back. */
export function noteOutbound(
	unit: UnitOfWork,
	row: ConversationRow,
	at: number,
	author: BusinessAuthor,
): void {
	const latest = row.last_outbound_at ?? 0;
	// WhatsApp's times are whole seconds: of two in the same second the one whose author is known says more.
	if (at > latest || (at === latest && author !== 'unknown'))
		unit.change(row, { last_outbound_at: at, last_outbound_by: author });
	if (author === 'person' && at > (row.person_wrote_at ?? 0)) unit.change(row, { person_wrote_at: at });
}

/** Keeps the newest messages of the conversations that just got new ones. */
export async function keepNewestMessages(tx: Db, conversationIds: number[]): Promise<void> {
	for (const some of partsOf(conversationIds)) {
		const items = some.map((id) => ({ id }));
		for (const { conversation_id } of await TOO_LONG.all(tx, items, {}))
			await DROP_OLDEST.run(tx, { id: conversation_id });
	}
}

/** Asked of all at once: few have so many messages. */
const TOO_LONG = fixedListQuery(
	(db, length, item: ItemsOf<{ id: number }>) =>
		db
			.selectFrom('messages')
			.select('conversation_id')
			.where(
				'conversation_id',
				'in',
				places(length, (place) => item(place, 'id')),
			)
			.groupBy('conversation_id')
			.having((having) => having(having.fn.countAll(), '>', sql.lit(MESSAGES_KEPT))),
	{ mayRepeat: true },
);

/** How many messages of a conversation are kept; the model never sees more. */
export const MESSAGES_KEPT = 200;

const DROP_OLDEST = fixedQuery((db, value: ValuesOf<{ id: number }>) =>
	db
		.deleteFrom('messages')
		.where('conversation_id', '=', value('id'))
		.where('at', '<', (where) =>
			where
				.selectFrom('messages')
				.select('at')
				.where('conversation_id', '=', value('id'))
				.orderBy('at', 'desc')
				.limit(1)
				.offset(sql.lit(MESSAGES_KEPT - 1)),
		),
);
