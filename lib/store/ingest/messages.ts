import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import type { BusinessAuthor } from '../../messaging/conversation.ts';
import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import type { ConversationRow } from '../database/schema.ts';
import type { UnitOfWork } from '../contacts/unit-of-work.ts';
import type { Effects } from '../contacts/effects.ts';
import { presumedAuthor, settleLostAnswer } from '../queue/lost-answer.ts';
import { markRepliedSince } from '../queue/replied.ts';
import { ANSWER_MS } from '../queue/settle.ts';
import { noteThreadIsOurs } from '../contacts/owner-facts.ts';
import { insertMessage, noteOutbound } from '../contacts/transcript.ts';
import { breaksSilence } from '../contacts/customer-spoke.ts';
import { hearCustomer } from './hear-customer.ts';

/** Something the customer did, told in the ordinary way. */
export async function applyInbound(
	tx: Db,
	unit: UnitOfWork,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<number> {
	const row = await unit.findOrMake(event, event.contact);
	// A call is told in the same way whoever owns the thread.
	if (breaksSilence(event) && event.kind !== 'call') noteThreadIsOurs(unit, row, Date.parse(event.at));
	await hearCustomer(tx, unit, row, event, effects, now);
	return row.id;
}

/** Something the business said elsewhere: a person in Meta's own apps, or another application. */
export async function applyEcho(
	tx: Db,
	unit: UnitOfWork,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<number> {
	const row = await unit.findOrMake(event, event.contact);
	const at = Date.parse(event.at);
	const author = authorOf(event);
	if (takesThread(event) && noteThreadIsOurs(unit, row, at)) effects.handedBack.add(row.id);
	// The echo of what this package sent comes back too; it is known by its ID and keeps its author.
	const isNew = await insertMessage(tx, unit, row, event, 'out', author);
	const isNamed = !isNew && (await nameAuthor(tx, row.id, event, author));
	if (!isNew && !isNamed) {
		if (author === 'application') await dateByMeta(tx, unit, row, event, now);
		return row.id;
	}
	const isLostFollowUp = author === 'application' && (await settleLostAnswer(tx, row.id, event, now));
	if (isLostFollowUp) noteThreadIsOurs(unit, row, at);
	noteOutbound(unit, row, at, isLostFollowUp ? 'follow_up' : author);
	if (isNamed) await recountOutbound(tx, unit, row);
	return row.id;
}

function authorOf({ kind, echo }: MessagingEvent): BusinessAuthor {
	return kind === 'standby' && echo?.by === 'application' ? 'other_app' : (echo?.by ?? 'unknown');
}

/** Nobody tells of it: Meta's hand-over webhook goes to the app that lost the thread. */
function takesThread({ kind, echo, channel }: MessagingEvent): boolean {
	return kind === 'echo' && echo?.by === 'person' && CHANNEL_FACTS[channel].businessAppTakesThread;
}

/** A status came before the echo: that something was said is known, now also by whom and what. */
async function nameAuthor(
	tx: Db,
	conversationId: number,
	event: MessagingEvent,
	author: BusinessAuthor,
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

/**
 * What we sent is dated by our clock until Meta tells of it, here by its echo. By a clock that is ahead it would stand behind
 * its answer.
 */
async function dateByMeta(
	tx: Db,
	unit: UnitOfWork,
	row: ConversationRow,
	event: MessagingEvent,
	now: Date,
): Promise<void> {
	const at = Date.parse(event.at);
	// Most echoes come at once; then our time of it fits.
	if (now.getTime() - at <= ANSWER_MS) return;
	const messageId = event.message?.id ?? event.id;
	const { numUpdatedRows } = await tx
		.updateTable('messages')
		.set({ at })
		.where('conversation_id', '=', row.id)
		.where('message_id', '=', messageId)
		.where('at', '>', at + ANSWER_MS)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) return;
	await tx
		.updateTable('scheduled_follow_ups')
		.set({ sent_at: at })
		.where('message_id', '=', messageId)
		.where('conversation_id', '=', row.id)
		.where('sent_at', 'is', null)
		.execute();
	await markRepliedSince(tx, row.id, at, now);
	await recountOutbound(tx, unit, row);
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
export async function recountOutbound(tx: Db, unit: UnitOfWork, row: ConversationRow): Promise<void> {
	const newest = await NEWEST_OUTBOUND.first(tx, { conversationId: row.id });
	if (!newest) return;
	const { author: named } = newest;
	// Nothing of the business side is written under the customer's name.
	const author = named === 'unknown' || named === 'customer' ? await presumedAuthor(tx, row) : named;
	unit.change(row, { last_outbound_at: newest.at, last_outbound_by: author });
}
