import { eventKey, type MessagingEvent } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import type { Dialect } from '../database/dialect.ts';
import { fixedListQuery, places, type ItemsOf, type ValuesOf } from '../database/fixed-query.ts';
import { partsOf } from '../database/parts.ts';

/** Keeps the events that were never taken in before, by whomever. */
export async function dropSeen(
	tx: Db,
	dialect: Dialect,
	events: MessagingEvent[],
	now: Date,
): Promise<MessagingEvent[]> {
	return await firstTime(tx, dialect, events, eventKey, { seenAt: now });
}

/**
 * An event that was given to a listener this long ago, and for which Meta never got its 200, is given again: n8n ended
 * between recording it and starting the run. Shorter than Meta's first repetitions are apart, longer than any answer takes.
 */
const UNANSWERED_MS = 20_000;

/**
 * Keeps the events that a listener was never given before, whoever took them in; with those whose run may never have
 * begun.
 */
export async function dropGiven(
	tx: Db,
	dialect: Dialect,
	events: MessagingEvent[],
	listener: string,
	now: Date,
	/** When Meta got its 200 for them, where that does not depend on a run: they wait in the store. */
	{ answeredAt }: { answeredAt?: Date } = {},
): Promise<MessagingEvent[]> {
	const mark = { seenAt: now, answeredAt, againIfUnanswered: true };
	return await firstTime(tx, dialect, events, (event) => givenId(listener, event), mark);
}

interface Mark {
	seenAt: Date;
	answeredAt?: Date | undefined;
	againIfUnanswered?: boolean;
}

/**
 * The insert decides, not a look before it: two deliveries of the same event in the same instant cannot both win. Always in
 * the same order, or two that hold the same events in different orders would wait for each other in a circle.
 */
async function firstTime(
	tx: Db,
	dialect: Dialect,
	events: MessagingEvent[],
	idOf: (event: MessagingEvent) => string,
	mark: Mark,
): Promise<MessagingEvent[]> {
	const byId = new Map<string, MessagingEvent>();
	for (const event of events) {
		const id = idOf(event);
		if (!byId.has(id)) byId.set(id, event);
	}
	const isNew = new Set<string>();
	for (const chunk of partsOf([...byId.keys()].sort(), dialect.insertChunk))
		for (const { id } of await insertSeen(tx, chunk, mark)) isNew.add(id);
	return [...byId].filter(([id]) => isNew.has(id)).map(([, event]) => event);
}

/** Gives those that are there for the first time, or again after nobody answered. */
async function insertSeen(tx: Db, ids: string[], mark: Mark): Promise<{ id: string }[]> {
	const seenAt = mark.seenAt.getTime();
	const values = { seenAt, before: seenAt - UNANSWERED_MS, answeredAt: mark.answeredAt?.getTime() ?? null };
	const items = ids.map((id) => ({ id }));
	return await (mark.againIfUnanswered ? SEEN_AGAIN : SEEN).all(tx, items, values);
}

type Seen = ValuesOf<{ seenAt: number; before: number; answeredAt: number | null }>;

function insertion(db: Db, length: number, item: ItemsOf<{ id: string }>, value: Seen) {
	return db.insertInto('seen_events').values(
		places(length, (place) => ({
			id: item(place, 'id'),
			seen_at: value('seenAt'),
			answered_at: value('answeredAt'),
		})),
	);
}

const SEEN = fixedListQuery(
	(db, length, item: ItemsOf<{ id: string }>, value: Seen) =>
		insertion(db, length, item, value)
			.onConflict((conflict) => conflict.doNothing())
			.returning('id'),
	{ mayRepeat: true },
);

const SEEN_AGAIN = fixedListQuery((db, length, item: ItemsOf<{ id: string }>, value: Seen) =>
	insertion(db, length, item, value)
		.onConflict((conflict) =>
			conflict
				.column('id')
				.doUpdateSet({ seen_at: value('seenAt'), answered_at: value('answeredAt') })
				.where('seen_events.answered_at', 'is', null)
				.where('seen_events.seen_at', '<=', value('before')),
		)
		.returning('id'),
);

/** Of events that a listener was given before: those for which Meta has not got its 200 yet. */
export async function findUnanswered(
	tx: Db,
	dialect: Dialect,
	events: MessagingEvent[],
	listener: string,
): Promise<MessagingEvent[]> {
	const byId = new Map(events.map((event) => [givenId(listener, event), event]));
	const ids = [...byId.keys()];
	const found: MessagingEvent[] = [];
	for (const chunk of partsOf(ids, dialect.insertChunk)) {
		const rows = await tx
			.selectFrom('seen_events')
			.select('id')
			.where('id', 'in', chunk)
			.where('answered_at', 'is', null)
			.execute();
		for (const { id } of rows) found.push(byId.get(id) as MessagingEvent);
	}
	return found;
}

/** Notes that Meta got its 200 for events that were given to a listener. */
export async function markAnswered(
	db: Db,
	dialect: Dialect,
	events: MessagingEvent[],
	listener: string,
	now: Date,
): Promise<void> {
	const ids = events.map((event) => givenId(listener, event));
	for (const chunk of partsOf(ids, dialect.insertChunk)) {
		await db
			.updateTable('seen_events')
			.set({ answered_at: now.getTime() })
			.where('id', 'in', chunk)
			.execute();
	}
}

function givenId(listener: string, event: MessagingEvent): string {
	return `${listener}|${eventKey(event)}`;
}
