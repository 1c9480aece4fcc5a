import type { MessagingEvent } from '../../messaging/messaging-event';
import type { Db } from '../db';
import type { Dialect } from '../dialect';

/** Keeps the events that were never taken in before, by whomever. */
export async function dropSeen(
	tx: Db,
	dialect: Dialect,
	events: MessagingEvent[],
	now: Date,
): Promise<MessagingEvent[]> {
	return await firstTime(tx, dialect, events, seenId, now);
}

/** Keeps the events that a listener was never given before, whoever took them in. */
export async function dropGiven(
	tx: Db,
	dialect: Dialect,
	events: MessagingEvent[],
	listener: string,
	now: Date,
): Promise<MessagingEvent[]> {
	return await firstTime(tx, dialect, events, (event) => `${listener}|${seenId(event)}`, now);
}

/**
 * The insert decides, not a look before it: two deliveries of the same event in the same instant cannot both win.
 */
async function firstTime(
	tx: Db,
	dialect: Dialect,
	events: MessagingEvent[],
	idOf: (event: MessagingEvent) => string,
	now: Date,
): Promise<MessagingEvent[]> {
	const byId = new Map<string, MessagingEvent>();
	for (const event of events) {
		const id = idOf(event);
		if (!byId.has(id)) byId.set(id, event);
	}
	const ids = [...byId.keys()];
	const fresh: MessagingEvent[] = [];
	for (let start = 0; start < ids.length; start += dialect.insertChunk) {
		const chunk = ids.slice(start, start + dialect.insertChunk);
		const inserted = await tx
			.insertInto('seen_events')
			.values(chunk.map((id) => ({ id, seen_at: now.getTime() })))
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.execute();
		const isNew = new Set(inserted.map(({ id }) => id));
		for (const id of chunk) if (isNew.has(id)) fresh.push(byId.get(id) as MessagingEvent);
	}
	return fresh;
}

/** A message and its echo share Meta's ID and are different events, so the kind belongs to the identity. */
function seenId({ channel, account, kind, id }: MessagingEvent): string {
	return `${channel}:${account}:${kind}:${id}`;
}
