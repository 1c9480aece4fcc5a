import { randomUUID } from 'node:crypto';
import { reason } from '../follow-up/reasons';
import type { DueFollowUp } from '../follow-up/types';
import type { Db } from './db';
import type { Dialect } from './dialect';
import { selectScheduled } from './find';
import { conversationFrom, scheduledFrom, type ScheduledWithAddress } from './rows';
import type { Claim, ClaimOptions, RecoveredLeases, ReleaseOptions } from './store';
import { transition } from './transition';

/** A follow-up that was taken up this often without an end is given up; something in it breaks every run. */
export const MAX_ATTEMPTS = 5;

/** Takes up due follow-ups under a lease. Those of one conversation are claimed together, for one model call. */
export async function claimDue(
	db: Db,
	dialect: Dialect,
	{ chatbot, now, limit, leaseMs }: ClaimOptions,
): Promise<DueFollowUp[]> {
	return await db.transaction().execute(async (tx) => {
		const rows = await dueRows(tx, dialect, chatbot, now, limit);
		const until = now.getTime() + leaseMs;
		const claimed: ScheduledWithAddress[] = [];
		for (const row of rows) {
			const lease = { lease_token: randomUUID(), lease_until: until };
			const changes = { ...lease, attempts: row.attempts + 1 };
			const taken = await transition(
				tx,
				{ id: row.id, from: 'scheduled', to: 'claimed', reason: reason('claimed'), changes },
				now,
			);
			if (taken) claimed.push({ ...row, state: 'claimed', ...changes });
		}
		return await withFacts(tx, claimed);
	});
}

async function dueRows(tx: Db, dialect: Dialect, chatbot: string, now: Date, limit: number) {
	const isDue = () =>
		selectScheduled(tx)
			.where('scheduled.chatbot', '=', chatbot)
			.where('scheduled.state', '=', 'scheduled')
			.where('scheduled.due_at', '<=', now.getTime())
			.orderBy('scheduled.due_at')
			.$if(dialect.skipsLocked, (query) => query.forUpdate('scheduled').skipLocked());
	const first = await isDue().limit(limit).execute();
	if (first.length < limit) return first;
	const ids = new Set(first.map(({ id }) => id));
	const conversations = [...new Set(first.map(({ conversation_id }) => conversation_id))];
	const companions = await isDue().where('scheduled.conversation_id', 'in', conversations).execute();
	return [...first, ...companions.filter(({ id }) => !ids.has(id))];
}

async function withFacts(tx: Db, rows: ScheduledWithAddress[]): Promise<DueFollowUp[]> {
	if (rows.length === 0) return [];
	const ids = [...new Set(rows.map(({ conversation_id }) => conversation_id))];
	const conversations = await tx.selectFrom('conversations').selectAll().where('id', 'in', ids).execute();
	const facts = new Map(conversations.map((row) => [row.id, conversationFrom(row)]));
	return rows.map((row) => {
		const scheduled = scheduledFrom(row);
		const conversation = facts.get(row.conversation_id);
		if (!scheduled.lease || !conversation)
			throw new Error(`Follow-up ${row.id} was claimed without lease or conversation`);
		return { ...scheduled, lease: scheduled.lease, facts: conversation };
	});
}

/**
 * A lease that ran out before sending goes back to scheduled (a bounded number of times); one that ran out while sending
 * is unknown and never sent again on its own.
 */
export async function recoverLeases(db: Db, now: Date): Promise<RecoveredLeases> {
	return await db.transaction().execute(async (tx) => {
		const recovered: RecoveredLeases = { rescheduled: 0, deadLettered: 0, unknown: 0 };
		const rows = await tx
			.selectFrom('scheduled_follow_ups')
			.select(['id', 'state', 'attempts'])
			.where('lease_until', 'is not', null)
			.where('lease_until', '<=', now.getTime())
			.execute();
		for (const { id, state, attempts } of rows) {
			if (state === 'sending') {
				if (await transition(tx, { id, from: 'sending', to: 'unknown', reason: reason('answer_lost') }, now))
					recovered.unknown++;
			} else if (state === 'claimed' && attempts >= MAX_ATTEMPTS) {
				const why = reason('dead_letter');
				if (await transition(tx, { id, from: 'claimed', to: 'ended', reason: why }, now))
					recovered.deadLettered++;
			} else if (state === 'claimed') {
				const why = reason('lease_expired');
				if (await transition(tx, { id, from: 'claimed', to: 'scheduled', reason: why }, now))
					recovered.rescheduled++;
			}
		}
		return recovered;
	});
}

/**
 * Gives claims back undecided, due again at `retryAt`. A fault counts as an attempt, so that what breaks every run is given
 * up in the end; waiting for a person to mend a setting does not.
 */
export async function release(db: Db, claims: Claim[], options: ReleaseOptions, now: Date): Promise<number> {
	return await db.transaction().execute(async (tx) => {
		let released = 0;
		for (const claim of claims) if (await releaseOne(tx, claim, options, now)) released++;
		return released;
	});
}

async function releaseOne(
	tx: Db,
	{ id, leaseToken }: Claim,
	options: ReleaseOptions,
	now: Date,
): Promise<boolean> {
	const row = await tx
		.selectFrom('scheduled_follow_ups')
		.select(['attempts', 'lease_token', 'state', 'due_at'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (row?.state !== 'claimed' || row.lease_token !== leaseToken) return false;
	if (options.countsAsAttempt && row.attempts >= MAX_ATTEMPTS) {
		return await transition(
			tx,
			{ id, from: 'claimed', to: 'ended', reason: reason('dead_letter', options.why) },
			now,
		);
	}
	const attempts = options.countsAsAttempt ? row.attempts : Math.max(0, row.attempts - 1);
	const changes = { attempts, due_at: Math.max(row.due_at, options.retryAt.getTime()) };
	return await transition(
		tx,
		{ id, from: 'claimed', to: 'scheduled', reason: reason('given_back', options.why), changes },
		now,
	);
}
