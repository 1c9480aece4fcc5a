import type { Conversation } from '../../messaging/conversation';
import type { MessagingEvent } from '../../messaging/messaging-event';
import type { Db } from '../db';
import type { Dialect } from '../dialect';
import { conversationFrom } from '../rows';
import { ConversationBook } from './conversation-book';
import { dropSeen } from './drop-seen';
import { applyIdentity } from './identity';
import { applyEcho, applyInbound, keepNewestMessages } from './messages';
import { applyPreference } from './preference';
import { applyStatus } from './status';

/** What a delivery brought. */
export interface Ingested {
	/** Events not seen before, each with its conversation as it is after the whole delivery. */
	events: { event: MessagingEvent; conversation?: Conversation }[];
	/** How many were seen before and dropped. */
	duplicates: number;
	/** How many scheduled follow-ups ended because the customer wrote or opted out. */
	cancelled: number;
}

/** Counts what applying the events changed. */
export interface Effects {
	cancelled: number;
}

/**
 * Takes in one webhook delivery: all of it or nothing. Redelivered events are dropped; late ones never move the last
 * customer action backwards and never revive anything.
 */
export async function ingest(
	db: Db,
	dialect: Dialect,
	events: MessagingEvent[],
	now: Date,
): Promise<Ingested> {
	return await db.transaction().execute(async (tx) => {
		const fresh = await dropSeen(tx, dialect, events, now);
		const book = new ConversationBook(tx, now);
		const effects: Effects = { cancelled: 0 };
		const where = new Map<MessagingEvent, number | undefined>();
		for (const event of fresh) where.set(event, await apply(tx, book, event, effects, now));
		await book.save();
		await keepNewestMessages(tx, book.touchedIds());

		const snapshots = new Map(book.rows().map((row) => [row.id, conversationFrom(row)]));
		return {
			events: fresh.map((event) => {
				const conversation = snapshots.get(where.get(event) ?? -1);
				return { event, ...(conversation ? { conversation } : {}) };
			}),
			duplicates: events.length - fresh.length,
			cancelled: effects.cancelled,
		};
	});
}

/** Applies one event; returns the conversation it belongs to, if it belongs to one. */
async function apply(
	tx: Db,
	book: ConversationBook,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<number | undefined> {
	switch (event.kind) {
		case 'message':
		case 'postback':
		case 'call':
		case 'reaction':
		case 'referral':
			return await applyInbound(tx, book, event, effects, now);
		case 'echo':
			return await applyEcho(tx, book, event);
		case 'status':
			return await applyStatus(tx, book, event, now);
		case 'preference':
			return await applyPreference(book, event);
		case 'identity':
			return await applyIdentity(tx, book, event, now);
		default:
			return undefined;
	}
}
