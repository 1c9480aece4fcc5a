import { randomUUID } from 'node:crypto';
import { eventKey, type EventName } from '../../../messaging/messaging-event.ts';
import { conversationFrom } from '../../conversations/rows.ts';
import type { Db } from '../../database/db.ts';
import type { Dialect } from '../../database/dialect.ts';
import { fixedQuery, type ValuesOf } from '../../database/fixed-query.ts';
import { partsOf } from '../../database/parts.ts';
import { readEvent } from '../../database/stored-json.ts';
import type { ClaimedStarts, ClaimStarts, StartClaim } from './types.ts';

type Wanted = ValuesOf<{ listener: string; now: number; limit: number }>;

/** Of one conversation the earliest only: the next is handed out when that has begun. */
const READY = fixedQuery((db, value: Wanted) =>
	db
		.selectFrom('waiting_starts as start')
		.selectAll('start')
		.where('start.listener', '=', value('listener'))
		.where((where) =>
			where.or([where('start.lease_until', 'is', null), where('start.lease_until', '<=', value('now'))]),
		)
		.where((where) =>
			where.not(
				where.exists(
					where
						.selectFrom('waiting_starts as earlier')
						.select('earlier.id')
						.whereRef('earlier.conversation_id', '=', 'start.conversation_id')
						.whereRef('earlier.listener', '=', 'start.listener')
						.whereRef('earlier.id', '<', 'start.id'),
				),
			),
		)
		.orderBy('start.id')
		.limit(value('limit'))
		.forNoKeyUpdate('start')
		.skipLocked(),
);

/**
 * Hands out events that wait for their workflow, each to one caller, under a lease. Those of one conversation come one after
 * the other: the next when the one before has begun.
 */
export async function claimStarts(
	db: Db,
	dialect: Dialect,
	{ listener, now, limit, leaseMs }: ClaimStarts,
): Promise<ClaimedStarts> {
	const at = { listener, now: now.getTime() };
	// Asked every second, and mostly in vain: a writing transaction would wait for whoever holds the file.
	if (!dialect.locksRows && (await READY.all(db, { ...at, limit: 1 })).length === 0)
		return { starts: [], unreadable: [] };
	return await dialect.withAsyncCommit(
		db,
		async (on) =>
			await on.transaction().execute(async (tx) => {
				const rows = await READY.all(tx, { ...at, limit });
				const leaseToken = randomUUID();
				const lease = { lease_token: leaseToken, lease_until: at.now + leaseMs };
				for (const part of partsOf(rows.map(({ id }) => id)))
					await tx.updateTable('waiting_starts').set(lease).where('id', 'in', part).execute();
				const conversations = await conversationsOf(tx, rows);
				const claimed: ClaimedStarts = { starts: [], unreadable: [] };
				for (const { id, key, event_json, conversation_id, received_at } of rows) {
					const event = readEvent(event_json);
					if (!event) {
						claimed.unreadable.push(id);
						continue;
					}
					const conversation = conversations.get(conversation_id ?? -1);
					const receivedAt = new Date(received_at);
					claimed.starts.push({
						...{ id, leaseToken, key, event, receivedAt },
						...(conversation ? { conversation } : {}),
					});
				}
				for (const part of partsOf(claimed.unreadable))
					await tx.deleteFrom('waiting_starts').where('id', 'in', part).execute();
				return claimed;
			}),
	);
}

async function conversationsOf(tx: Db, starts: readonly { conversation_id: number | null }[]) {
	const ids = [...new Set(starts.flatMap(({ conversation_id: id }) => (id === null ? [] : [id])))];
	const found = new Map<number, ReturnType<typeof conversationFrom>>();
	for (const part of partsOf(ids)) {
		const rows = await tx.selectFrom('conversations').selectAll().where('id', 'in', part).execute();
		for (const row of rows) found.set(row.id, conversationFrom(row));
	}
	return found;
}

/**
 * The executions of these have begun: they wait no more, and the next of their conversations may. A power failure may undo it;
 * then n8n is told once more, and knows by the key that it has begun.
 */
export async function executionBegan(
	db: Db,
	dialect: Dialect,
	listener: string,
	events: readonly EventName[],
): Promise<void> {
	await dialect.withAsyncCommit(
		db,
		async (on) =>
			await on.transaction().execute(async (tx) => {
				for (const part of partsOf(events.map(eventKey)))
					await tx
						.deleteFrom('waiting_starts')
						.where('listener', '=', listener)
						.where('event', 'in', part)
						.execute();
				await dialect.tellStarts(tx);
			}),
	);
}

/** n8n has executions for these already: they wait no more. Of a claim that ran out nothing is changed. */
export async function startsBegun(db: Db, dialect: Dialect, claims: readonly StartClaim[]): Promise<void> {
	await dialect.withAsyncCommit(
		db,
		async (on) =>
			await on.transaction().execute(async (tx) => {
				for (const [token, of] of Map.groupBy(claims, ({ leaseToken }) => leaseToken))
					for (const part of partsOf(of.map(({ id }) => id)))
						await tx
							.deleteFrom('waiting_starts')
							.where('id', 'in', part)
							.where('lease_token', '=', token)
							.execute();
			}),
	);
}

/** Gives back what was handed out and not begun, for whoever asks next. */
export async function giveBackStarts(db: Db, claims: readonly StartClaim[]): Promise<void> {
	for (const { id, leaseToken } of claims)
		await db
			.updateTable('waiting_starts')
			.set({ lease_token: null, lease_until: null })
			.where('id', '=', id)
			.where('lease_token', '=', leaseToken)
			.execute();
}
