import { isOnlyPlanned, isWanted } from '../../../messaging/wanted-events.ts';
import type { MessagingEvent } from '../../../messaging/messaging-event.ts';
import type { PlanBy } from '../../chatbots/source.ts';
import type { Db } from '../../database/db.ts';
import { fixedQuery, type ValuesOf } from '../../database/fixed-query.ts';
import { readStartWants, type StartWants } from '../../database/stored-json.ts';
import type { StartListener } from './types.ts';

/**
 * Events are kept for a trigger as long as it says so. n8n may be stopped for days, like Meta, who delivers again for seven;
 * a trigger that is gone for longer is forgotten, so that nothing piles up for nobody.
 */
export const LISTENS_MS = 7 * 24 * 3_600_000;

/** A workflow that is published anew is taken back first, and what comes in between must not be lost. */
export const LEFT_MS = 10 * 60_000;

/** Remembers what a trigger wants, and that it is there. */
export async function listenForStarts(db: Db, listener: StartListener, now: Date): Promise<void> {
	const { id, ...wants } = listener;
	const present = { wants_json: JSON.stringify(wants), until: now.getTime() + LISTENS_MS };
	await db
		.insertInto('start_listeners')
		.values({ id, ...present })
		.onConflict((conflict) => conflict.column('id').doUpdateSet(present))
		.execute();
}

/** A trigger is taken back: events are kept for a few minutes more. */
export async function leaveStarts(db: Db, id: string, now: Date): Promise<void> {
	await db
		.updateTable('start_listeners')
		.set({ until: now.getTime() + LEFT_MS })
		.where('id', '=', id)
		.where('until', '>', now.getTime() + LEFT_MS)
		.execute();
}

/** Whether events wait for a trigger, or are still kept for it when they come. */
export async function isListening(db: Db, id: string, now: Date): Promise<boolean> {
	const present = await db
		.selectFrom('start_listeners')
		.select('id')
		.where('id', '=', id)
		.where('until', '>', now.getTime())
		.executeTakeFirst();
	if (present) return true;
	const waiting = db.selectFrom('waiting_starts').select('id').where('listener', '=', id).limit(1);
	return (await waiting.executeTakeFirst()) !== undefined;
}

const PRESENT = fixedQuery((db, value: ValuesOf<{ now: number }>) =>
	db
		.selectFrom('start_listeners')
		.select(['id', 'wants_json'])
		.where('until', '>', value('now'))
		// What is locked for each of them is locked in one order.
		.orderBy('id'),
);

/** Of events: which of them each trigger wants. Empty where no trigger takes events from the store. */
export async function wantedStarts(
	tx: Db,
	events: readonly MessagingEvent[],
	planBy: PlanBy,
	now: Date,
): Promise<{ listener: string; includeRaw: boolean; wanted: MessagingEvent[] }[]> {
	const found = [];
	for (const { id, wants_json } of await PRESENT.all(tx, { now: now.getTime() })) {
		const stored = readStartWants(wants_json);
		// Written by a later version; its trigger writes it anew.
		if (!stored) continue;
		const wanted = events.filter((event) => isWanted(stored.wants, event));
		if (wanted.length === 0) continue;
		const others = wanted.filter((event) => !isOnlyPlanned(event, stored));
		const isPlanned = others.length < wanted.length && (await isPlannedBy(tx, stored, planBy));
		const starting = isPlanned ? others : wanted;
		found.push({ listener: id, includeRaw: stored.includeRaw, wanted: starting });
	}
	return found;
}

/** Whether the nodes behind a trigger would only plan, and the store plans by them as they are. */
async function isPlannedBy(tx: Db, { plannedBy }: StartWants, planBy: PlanBy): Promise<boolean> {
	if (plannedBy.length === 0) return false;
	const only = 'only' in planBy ? planBy.only : undefined;
	for (const { id, version } of plannedBy) {
		const seen = await tx
			.selectFrom('chatbot_sources')
			.select('chatbot')
			.where('id', '=', id)
			.where('version', '=', version)
			.executeTakeFirst();
		if (!seen || (only && !only.includes(seen.chatbot))) return false;
	}
	return true;
}
