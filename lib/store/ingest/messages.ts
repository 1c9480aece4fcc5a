import { sql } from 'kysely';
import { reason } from '../../follow-up/reasons';
import { isOptOut } from '../../messaging/opt-out-words';
import type { MessagingEvent } from '../../messaging/messaging-event';
import type { Db } from '../db';
import { endLive } from '../end-live';
import { fixedQuery, type ValuesOf } from '../fixed-query';
import type { ConversationRow, MessageRow } from '../schema';
import type { ConversationBook } from './conversation-book';
import type { Effects } from './index';
import { presumedAuthor, settleLostAnswer } from './lost-answer';
import { markReplied } from './replied';
import { noteThreadIsOurs } from './owner-facts';

/** How many messages of a conversation are kept; the model never sees more. */
export const MESSAGES_KEPT = 200;

/** Something the customer did. Only what they wrote, tapped or called counts as breaking the silence. */
export async function applyInbound(
	tx: Db,
	book: ConversationBook,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<number> {
	const row = await book.findOrMake(event, event.contact);
	const at = Date.parse(event.at);
	if (event.message) await insertMessage(tx, book, row, event, 'in', 'customer');
	if (event.opensWindow && at > (row.window_opened_at ?? 0)) {
		book.change(row, { window_opened_at: at, window_opened_by: event.kind });
	}
	// Free entry points are WhatsApp's; a referral on the other two says where somebody came from, and no more.
	const isFreeEntry = event.channel === 'whatsapp' && event.message?.referral !== undefined;
	if (isFreeEntry && row.free_entry_at === null) book.change(row, { free_entry_at: at });
	if (!breaksSilence(event)) return row.id;
	noteThreadIsOurs(book, row, at);
	await customerSpoke(tx, book, row, event, effects, now);
	return row.id;
}

/** The customer broke the silence: what was planned for it ends. */
export async function customerSpoke(
	tx: Db,
	book: ConversationBook,
	row: ConversationRow,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<void> {
	const at = Date.parse(event.at);
	// A reply that Meta delivers late, from before the last one we know, is history: it ends nothing and moves nothing.
	if (at >= (row.last_inbound_at ?? 0)) book.change(row, { last_inbound_at: at, last_inbound_id: event.id });
	effects.cancelled += await endLive(tx, row.id, reason('cancelled_reply'), now, {
		plannedBefore: { at, id: event.id },
	});
	await markReplied(tx, row.id, at, now);
	const { text, payload } = event.message ?? {};
	if (isOptOut(text, effects.optOutWords) || isOptOut(payload, effects.optOutWords))
		await optOut(tx, book, row, at, effects, now);
}

/** The customer asked for no more messages. */
export async function optOut(
	tx: Db,
	book: ConversationBook,
	row: ConversationRow,
	at: number,
	effects: Effects,
	now: Date,
): Promise<void> {
	book.change(row, { opted_out_at: at, opted_out_by: 'customer' });
	effects.cancelled += await endLive(tx, row.id, reason('opted_out'), now);
}

/** Of calls only those count that the customer made or took: an attempt of the business breaks no silence. */
export function breaksSilence({ kind, opensWindow }: MessagingEvent): boolean {
	return kind === 'message' || kind === 'postback' || (kind === 'call' && opensWindow);
}

/** Something the business said elsewhere: a person in Meta's own apps, or another application. */
export async function applyEcho(
	tx: Db,
	book: ConversationBook,
	event: MessagingEvent,
	now: Date,
): Promise<number> {
	const row = await book.findOrMake(event, event.contact);
	const author = event.echo?.by ?? 'unknown';
	// The echo of what this package sent comes back too; it is known by its ID and keeps its author.
	const isNew = await insertMessage(tx, book, row, event, 'out', author);
	const isNamed = !isNew && (await nameAuthor(tx, row.id, event, author));
	if (!isNew && !isNamed) return row.id;
	const isLostFollowUp = author === 'application' && (await settleLostAnswer(tx, row.id, event, now));
	noteOutbound(book, row, Date.parse(event.at), isLostFollowUp ? 'follow_up' : author);
	if (isNamed) await recountOutbound(tx, book, row);
	return row.id;
}

/** A status came before the echo: that something was said is known, now also by whom and what. */
async function nameAuthor(
	tx: Db,
	conversationId: number,
	event: MessagingEvent,
	author: string,
): Promise<boolean> {
	const { id, type, text } = event.message ?? { id: event.id, type: event.kind, text: undefined };
	const updated = await tx
		.updateTable('messages')
		.set({ author, type, text: text ?? null, at: Date.parse(event.at) })
		.where('conversation_id', '=', conversationId)
		.where('message_id', '=', id)
		.where('author', '=', 'unknown')
		.executeTakeFirst();
	return updated.numUpdatedRows > 0n;
}

/** Moves "the business last wrote" forward, never back. */
export function noteOutbound(book: ConversationBook, row: ConversationRow, at: number, author: string): void {
	const latest = row.last_outbound_at ?? 0;
	// WhatsApp's times are whole seconds: of two in the same second the one whose author is known says more.
	if (at > latest || (at === latest && author !== 'unknown'))
		book.change(row, { last_outbound_at: at, last_outbound_by: author });
	if (author === 'person' && at > (row.person_wrote_at ?? 0)) book.change(row, { person_wrote_at: at });
}

const NEWEST_OUTBOUND = fixedQuery((db, value: ValuesOf<{ conversationId: number }>) =>
	db
		.selectFrom('messages')
		.select(['at', 'author'])
		.where('conversation_id', '=', value('conversationId'))
		.where('direction', '=', 'out')
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.limit(1),
);

/**
 * Reads "the business last wrote" anew from the transcript. Of some messages the first news is that they arrived; when they
 * were written is told later, and until then they may seem to answer what the customer wrote after them.
 */
export async function recountOutbound(tx: Db, book: ConversationBook, row: ConversationRow): Promise<void> {
	const newest = await NEWEST_OUTBOUND.first(tx, { conversationId: row.id });
	if (!newest) return;
	const author = newest.author === 'unknown' ? await presumedAuthor(tx, row) : newest.author;
	book.change(row, { last_outbound_at: newest.at, last_outbound_by: author });
}

/** Puts a message into the transcript; false if it is there already. */
export async function insertMessage(
	tx: Db,
	book: ConversationBook,
	row: ConversationRow,
	event: MessagingEvent,
	direction: 'in' | 'out',
	author: string,
): Promise<boolean> {
	const { id, type, text } = event.message ?? { id: event.id, type: event.kind, text: undefined };
	const inserted = await INSERT.run(tx, {
		conversation_id: row.id,
		message_id: event.kind === 'reaction' ? event.id : id,
		direction,
		author,
		type,
		text: text ?? null,
		at: Date.parse(event.at),
	});
	if (inserted > 0) book.gotMessage(row);
	return inserted > 0;
}

type NewMessage = Omit<MessageRow, 'id' | 'state' | 'state_at'>;

const INSERT = fixedQuery((db, value: ValuesOf<NewMessage>) =>
	db
		.insertInto('messages')
		.values({
			conversation_id: value('conversation_id'),
			message_id: value('message_id'),
			direction: value('direction'),
			author: value('author'),
			type: value('type'),
			text: value('text'),
			at: value('at'),
		})
		.onConflict((conflict) => conflict.columns(['message_id', 'conversation_id']).doNothing()),
);

/** Keeps the newest messages of the conversations that just got new ones. */
export async function keepNewestMessages(tx: Db, conversationIds: number[]): Promise<void> {
	for (const id of conversationIds) {
		await sql`delete from messages where conversation_id = ${id} and at < (
			select at from messages where conversation_id = ${id} order by at desc limit 1 offset ${MESSAGES_KEPT - 1}
		)`.execute(tx);
	}
}
