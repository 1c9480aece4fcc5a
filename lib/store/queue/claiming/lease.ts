import { reason } from '../../../follow-up/reasons/index.ts';
import { MAX_ATTEMPTS } from './claim.ts';
import type { Db } from '../../database/db.ts';
import { readDetail } from '../../database/stored-json.ts';
import type { ScheduledRow } from '../../database/schema.ts';
import { lockConversationsOf, lockScheduled } from '../find-scheduled.ts';
import type { RecoveredLeases, ReleaseOptions, Claim } from '../types.ts';
import { transition, type Transition } from '../transition.ts';

/**
 * A lease that ran out before sending goes back to scheduled (a bounded number of times, of which runs that never began do
 * not count); one that ran out while sending is unknown and never sent again on its own.
 */
export async function recoverLeases(db: Db, now: Date): Promise<RecoveredLeases> {
	const recovered: RecoveredLeases = {
		...{ rescheduled: 0, notBegun: 0, notTakenUp: 0, deadLettered: 0, unknown: 0 },
	};
	// Asked every few seconds, and nearly always in vain: a writing transaction would wait for whoever holds the file.
	if (!(await expiredLeases(db, now).limit(1).executeTakeFirst())) return recovered;
	return await db.transaction().execute(async (tx) => {
		const rows = await expiredLeases(tx, now)
			// Somebody who holds the row at this moment is alive and brings it on by itself.
			.forNoKeyUpdate()
			.skipLocked()
			.execute();
		for (const row of rows) {
			const { as, ...step } = await stepOf(tx, row);
			if (await transition(tx, { id: row.id, ...step }, now)) recovered[as]++;
		}
		return recovered;
	});
}

type Expired = Pick<ScheduledRow, 'id' | 'state' | 'attempts' | 'run_state'>;

/** What becomes of a follow-up whose lease ran out. */
async function stepOf(tx: Db, { id, state, attempts, run_state }: Expired): Promise<RecoveryStep> {
	if (state === 'sending')
		return { as: 'unknown', from: 'sending', to: 'unknown', reason: reason('answer_lost') };
	if (run_state === 'queued')
		return { as: 'notBegun', from: 'claimed', to: 'scheduled', reason: reason('not_begun') };
	const toBeSent = await waitsToBeSent(tx, id);
	if (toBeSent && run_state === 'over')
		return { as: 'notTakenUp', from: 'claimed', to: 'ended', reason: reason('not_taken_up') };
	// A crash while it only waited for its turn to be sent is not its fault: five of them lost follow-ups for good.
	const counted = toBeSent ? Math.max(0, attempts - 1) : attempts;
	if (counted >= MAX_ATTEMPTS)
		return { as: 'deadLettered', from: 'claimed', to: 'ended', reason: reason('dead_letter') };
	const changes = { attempts: counted };
	return { as: 'rescheduled', from: 'claimed', to: 'scheduled', reason: reason('lease_expired'), changes };
}

type RecoveryStep = Omit<Transition, 'id'> & { as: keyof RecoveredLeases };

function expiredLeases(db: Db, now: Date) {
	return db
		.selectFrom('scheduled_follow_ups')
		.select(['id', 'state', 'attempts', 'run_state'])
		.where('lease_until', 'is not', null)
		.where('lease_until', '<=', now.getTime());
}

/** Whether the last thing that happened to a claimed follow-up is the decision to send it. */
async function waitsToBeSent(tx: Db, id: string): Promise<boolean> {
	const last = await tx
		.selectFrom('audit_log')
		.select(['to_state', 'detail_json'])
		.where('scheduled_id', '=', id)
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return last?.to_state === 'claimed' && readDetail(last.detail_json)?.action === 'send';
}

/** A sign of life: the leases hold at least this long from now. Returns how many are still ours. */
export async function extendLeases(db: Db, claims: Claim[], leaseMs: number, now: Date): Promise<number> {
	let held = 0;
	for (const [leaseToken, ofToken] of Map.groupBy(claims, ({ leaseToken }) => leaseToken)) {
		const until = now.getTime() + leaseMs;
		const ours = await db
			.updateTable('scheduled_follow_ups')
			.set((row) => ({
				lease_until: row
					.case()
					.when('lease_until', '<', until)
					.then(until)
					.else(row.ref('lease_until'))
					.end(),
			}))
			.where(
				'id',
				'in',
				ofToken.map(({ id }) => id),
			)
			.where('lease_token', '=', leaseToken)
			// A lease that has run out may be somebody else's at any moment; it is not brought back to life.
			.where('lease_until', '>', now.getTime())
			.executeTakeFirst();
		held += Number(ours.numUpdatedRows);
	}
	return held;
}

/**
 * Gives claims back undecided, due again at `retryAt`. A fault counts as an attempt, so that what breaks every run is given
 * up in the end; waiting for a person to mend a setting does not.
 */
export async function release(db: Db, claims: Claim[], options: ReleaseOptions, now: Date): Promise<number> {
	return await db.transaction().execute(async (tx) => {
		let released = 0;
		await lockConversationsOf(
			tx,
			claims.map(({ id }) => id),
		);
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
	const row = await lockScheduled(tx, id);
	if (row?.state !== 'claimed' || row.lease_token !== leaseToken) return false;
	// Given back by a run that had not even said that it began.
	const tried = row.run_state === 'queued' ? row.attempts + 1 : row.attempts;
	if (options.countsAsAttempt && tried >= MAX_ATTEMPTS) {
		return await transition(
			tx,
			{ id, from: 'claimed', to: 'ended', reason: reason('dead_letter', options.why) },
			now,
		);
	}
	const attempts = options.countsAsAttempt ? tried : Math.max(0, tried - 1);
	const changes = {
		attempts,
		due_at: Math.max(row.due_at, options.retryAt.getTime()),
		first_due_at: row.first_due_at ?? row.due_at,
	};
	return await transition(
		tx,
		{ id, from: 'claimed', to: 'scheduled', reason: reason('given_back', options.why), changes },
		now,
	);
}
