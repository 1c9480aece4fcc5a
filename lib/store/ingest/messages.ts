import { sql } from 'kysely';
import { reason } from '../../follow-up/reasons';
import { isOptOut } from '../../messaging/opt-out-words';
import type { MessagingEvent } from '../../messaging/messaging-event';
import type { Db } from '../db';
import type { ConversationRow } from '../schema';
import { endLive } from '../end-live';
import type { ConversationBook } from './conversation-book';
import type { Effects } from './index';
import { markReplied } from './replied';

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
	if (event.message) await insertMessage(tx, row.id, event, 'in', 'customer');
	if (event.opensWindow && at > (row.window_opened_at ?? 0)) {
		book.change(row, { window_opened_at: at, window_opened_by: event.kind });
	}
	if (event.message?.referral && row.free_entry_at === null) book.change(row, { free_entry_at: at });
	if (!breaksSilence(event)) return row.id;

	// A reply that Meta delivers late, from before the last one we know, is history: it ends nothing and moves nothing.
	if (at >= (row.last_inbound_at ?? 0)) book.change(row, { last_inbound_at: at, last_inbound_id: event.id });
	effects.cancelled += await endLive(tx, row.id, reason('cancelled_reply'), now, {
		plannedBefore: { at, id: event.id },
	});
	await markReplied(tx, row.id, at, now);

	if (isOptOut(event.message?.text) || isOptOut(event.message?.payload)) {
		book.change(row, { opted_out_at: at, opted_out_by: 'customer' });
		effects.cancelled += await endLive(tx, row.id, reason('opted_out'), now);
	}
	return row.id;
}

function breaksSilence({ kind }: MessagingEvent): boolean {
	return kind === 'message' || kind === 'postback' || kind === 'call';
}

/** Something the business said elsewhere: a person in Meta's own apps, or another application. */
export async function applyEcho(tx: Db, book: ConversationBook, event: MessagingEvent): Promise<number> {
	const row = await book.findOrMake(event, event.contact);
	const author = event.echo?.by ?? 'unknown';
	// The echo of what this package sent comes back too; it is known by its ID and keeps its author.
	const isNew = await insertMessage(tx, row.id, event, 'out', author);
	if (isNew) noteOutbound(book, row, Date.parse(event.at), author);
	return row.id;
}

/** Moves "the business last wrote" forward, never back. */
export function noteOutbound(book: ConversationBook, row: ConversationRow, at: number, author: string): void {
	if (at > (row.last_outbound_at ?? 0)) book.change(row, { last_outbound_at: at, last_outbound_by: author });
	if (author === 'person' && at > (row.person_wrote_at ?? 0)) book.change(row, { person_wrote_at: at });
}

async function insertMessage(
	tx: Db,
	conversationId: number,
	event: MessagingEvent,
	direction: 'in' | 'out',
	author: string,
): Promise<boolean> {
	const { id, type, text } = event.message ?? { id: event.id, type: event.kind, text: undefined };
	const inserted = await tx
		.insertInto('messages')
		.values({
			conversation_id: conversationId,
			message_id: event.kind === 'reaction' ? event.id : id,
			direction,
			author,
			type,
			text: text ?? null,
			at: Date.parse(event.at),
		})
		.onConflict((conflict) => conflict.columns(['message_id', 'conversation_id']).doNothing())
		.executeTakeFirst();
	return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Keeps the newest messages of the conversations that just got new ones. */
export async function keepNewestMessages(tx: Db, conversationIds: number[]): Promise<void> {
	for (const id of conversationIds) {
		await sql`delete from messages where conversation_id = ${id} and at < (
			select at from messages where conversation_id = ${id} order by at desc limit 1 offset ${MESSAGES_KEPT - 1}
		)`.execute(tx);
	}
}
