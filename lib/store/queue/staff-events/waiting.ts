import { conversationFrom } from '../../conversations/rows.ts';
import type { Db } from '../../database/db.ts';
import { isWaiting, waitOf } from './find-waiting.ts';
import type { WaitingCustomer } from './types.ts';

const DAY_MS = 24 * 3_600_000;
/** Who waits for longer than this has given up themselves. */
const SHOWN_DAYS = 7;
const MOST_SHOWN = 20;

/** The customers who wait for a person at this moment, who waits longest first; found by `findStaffEvents`. */
export async function waitingCustomers(db: Db, now: Date): Promise<WaitingCustomer[]> {
	const rows = await db
		.selectFrom('staff_events as event')
		.innerJoin('conversations as conversation', 'conversation.id', 'event.conversation_id')
		.selectAll('conversation')
		.select(['event.silence', 'event.since'])
		.where('event.type', '=', 'customer_waiting')
		.where('event.found_at', '>', now.getTime() - SHOWN_DAYS * DAY_MS)
		.orderBy('event.since')
		.execute();
	const waiting = new Map<number, WaitingCustomer>();
	for (const { silence, since, ...row } of rows) {
		// One customer may be looked after by several chatbots.
		if (waiting.has(row.id) || !isWaiting(row, now) || waitOf(row) !== silence) continue;
		waiting.set(row.id, { conversation: conversationFrom(row), since: new Date(since).toISOString() });
	}
	return [...waiting.values()].slice(0, MOST_SHOWN);
}
