import { sql } from 'kysely';
import { reason } from '../../follow-up/reasons/index.ts';
import { REDELIVERY_MS } from '../../messaging/platform-limits.ts';
import type { Db } from '../database/db.ts';
import type { Dialect } from '../database/dialect.ts';
import type { Schema } from '../database/schema.ts';
import { table } from '../database/tables.ts';
import type { ExpireOptions, RetentionOptions, Swept } from '../store.ts';
import { lanesOf, SCHEDULED } from '../queue/claiming/lanes.ts';
import { transitionAll } from '../queue/transition.ts';

/** Small enough that a message that comes in meanwhile hardly waits. */
const BATCH = 500;
/** n8n forgets executions after 14 days if nothing else is set; what it has forgotten nobody can repeat. */
const SENT_ITEM_DAYS = 30;
/** What was refused longer ago helps nobody to find out why. */
const REFUSED_DAYS = 30;
/** Longer than anybody is waited for, so that nobody is told twice. */
const STAFF_EVENT_DAYS = 90;
const DAY_MS = 24 * 3_600_000;

/**
 * Ends what came due so long ago that it makes no sense any more, one batch; returns how many. What was given back since
 * because something failed is as old as when it first came due.
 */
export async function expireOverdue(db: Db, { chatbot, dueBefore, now }: ExpireOptions): Promise<number> {
	const scheduled = (on: Db) =>
		on
			.selectFrom('scheduled_follow_ups')
			.select('id')
			.where('chatbot', '=', chatbot)
			.where('state', '=', SCHEDULED);
	const overdue = (on: Db, lane: string) =>
		scheduled(on).where('lane', '=', lane).where('due_at', '<', dueBefore.getTime());
	const putOff = (on: Db) => scheduled(on).where('first_due_at', '<', dueBefore.getTime());
	// Nearly always in vain: a writing transaction would wait for whoever holds the file.
	const found: ((on: Db) => ReturnType<typeof putOff>)[] = [];
	for (const lane of await lanesOf(db, chatbot))
		if (await overdue(db, lane).limit(1).executeTakeFirst()) found.push((on) => overdue(on, lane));
	if (await putOff(db).limit(1).executeTakeFirst()) found.push(putOff);
	if (found.length === 0) return 0;
	return await db.transaction().execute(async (tx) => {
		const ids = new Set<string>();
		for (const query of found) {
			const rows = await query(tx).limit(BATCH).forNoKeyUpdate().skipLocked().execute();
			for (const { id } of rows) ids.add(id);
		}
		const step = { from: 'scheduled', to: 'ended', reason: reason('expired') } as const;
		return (await transitionAll(tx, [...ids], step, now)).length;
	});
}

/**
 * Deletes one batch of what is past its age: messages, follow-ups that are over with their costs, lines of the log, turns of
 * the pace, counts of what was refused, events that wait for a workflow which nobody publishes, and the marks by which
 * redelivered webhooks are known. Live follow-ups and conversations (with their opt-outs) always stay.
 */
export async function sweep(db: Db, dialect: Dialect, options: RetentionOptions): Promise<Swept> {
	const olderThan = (days: number) => options.now.getTime() - days * DAY_MS;
	return await db.transaction().execute(async (transaction) => {
		const tx = { transaction, locksRows: dialect.locksRows };
		const messages = await deleteOldest(
			tx,
			'messages',
			sql`select id from ${table('messages')} where at < ${olderThan(options.messageDays)}`,
		);
		const followUps = await deleteOldest(
			tx,
			'scheduled_follow_ups',
			sql`select id from ${table('scheduled_follow_ups')} where state not in ('scheduled', 'claimed', 'sending')
				and updated_at < ${olderThan(options.followUpDays)}`,
		);
		const auditRows = await deleteOldest(
			tx,
			'audit_log',
			sql`select audit_log.id from ${table('audit_log')} where audit_log.at < ${olderThan(options.auditDays)} and not exists (
				select 1 from ${table('scheduled_follow_ups')} as live where live.id = audit_log.scheduled_id
				and live.state in ('scheduled', 'claimed', 'sending'))`,
		);
		const seenEvents = await deleteOldest(
			tx,
			'seen_events',
			sql`select id from ${table('seen_events')} where seen_at < ${options.now.getTime() - REDELIVERY_MS}`,
		);
		const costs = await deleteOldest(
			tx,
			'message_costs',
			sql`select message_id from ${table('message_costs')} where at < ${olderThan(options.followUpDays)}`,
			'message_id',
		);
		const sentItems = await deleteOldest(
			tx,
			'sent_items',
			sql`select key from ${table('sent_items')} where begun_at < ${olderThan(SENT_ITEM_DAYS)}`,
			'key',
		);
		const starts = await deleteOldest(
			tx,
			'waiting_starts',
			sql`select id from ${table('waiting_starts')} where received_at < ${options.now.getTime() - REDELIVERY_MS}`,
		);
		const listeners = await deleteOldest(
			tx,
			'start_listeners',
			sql`select id from ${table('start_listeners')} where until < ${options.now.getTime()}`,
		);
		const staffEvents = await deleteOldest(
			tx,
			'staff_events',
			sql`select silence from ${table('staff_events')} where found_at < ${olderThan(STAFF_EVENT_DAYS)}`,
			'silence',
		);
		// A turn that is over limits nobody any more.
		const turns = await deleteOldest(
			tx,
			'send_pace',
			sql`select key from ${table('send_pace')} where free_at < ${olderThan(1)}`,
			'key',
		);
		const refusals = await deleteOldest(
			tx,
			'refused_deliveries',
			sql`select hour from ${table('refused_deliveries')} where hour < ${olderThan(REFUSED_DAYS)}`,
			'hour',
		);
		const swept = {
			...{ messages, followUps, auditRows, seenEvents, costs, turns, sentItems, refusals },
			staffEvents,
		};
		const all = { ...swept, starts: starts + listeners };
		return { ...all, done: Math.max(...Object.values({ ...swept, starts })) < BATCH };
	});
}

/** Where rows have locks, without those that somebody holds: two who sweep at once must not wait for each other in a circle. */
async function deleteOldest(
	{ transaction, locksRows }: { transaction: Db } & Pick<Dialect, 'locksRows'>,
	name: keyof Schema,
	ids: ReturnType<typeof sql>,
	id = 'id',
): Promise<number> {
	const free = locksRows ? sql`for update of ${sql.ref(name)} skip locked` : sql``;
	const deleted =
		await sql`delete from ${table(name)} where ${sql.ref(id)} in (${ids} limit ${BATCH} ${free})`.execute(
			transaction,
		);
	return Number(deleted.numAffectedRows ?? 0);
}
