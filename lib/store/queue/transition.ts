import { sql } from 'kysely';
import { isLive, mayBecome, mayBeSentAgain, type FollowUpState } from '../../follow-up/lifecycle.ts';
import { auditAll, type AuditStep } from './audit.ts';
import type { Db } from '../database/db.ts';
import {
	fixedListQuery,
	places,
	type FixedListQuery,
	type ItemsOf,
	type ValuesOf,
} from '../database/fixed-query.ts';
import { insertPlans } from './insert-plans.ts';
import { takeNextPlans } from './next-plan.ts';
import type { ScheduledChanges, ScheduledRow } from '../database/schema.ts';
import { inText } from '../database/state-conditions.ts';
import { partsOf } from '../database/parts.ts';

export interface Transition extends AuditStep {
	from: FollowUpState;
	/** A person sends again what could not be brought to an end; nothing else leads back. */
	byHand?: boolean;
	/** Further columns that change with the state. */
	changes?: ScheduledChanges;
	/** Who takes it up: each gets a token of its own, that begins with this one. `begun`: a run that is at work, an attempt. */
	lease?: { token: string; untilMs: number; begun: boolean };
}

/**
 * The only way a scheduled follow-up changes its state: checked against the life cycle, guarded by the state it was read
 * in, and written to the audit log. Call it inside a transaction.
 * @returns false when the row has moved on in the meantime; then nothing was changed.
 */
export async function transition(db: Db, { id, ...step }: Transition, now: Date): Promise<boolean> {
	return (await transitionAll(db, [id], step, now)).length === 1;
}

const MANY = 500;

/**
 * The same step for many follow-ups at once, with the same guards as one.
 * @returns the IDs of those that took it; the others had moved on.
 */
export async function transitionAll(
	db: Db,
	ids: readonly string[],
	step: Omit<Transition, 'id'>,
	now: Date,
): Promise<string[]> {
	const { from, to, reason, detail, byHand = false } = step;
	if (!mayBecome(from, to) && !(byHand && mayBeSentAgain(from, to)))
		throw new Error(`A follow-up cannot go from ${from} to ${to}`);
	const values = columnsFor(step, now);
	const update = updateOf(from, values);
	const moved: string[] = [];
	for (const some of partsOf(ids, MANY)) {
		const items = some.map((id) => ({ id }));
		const rows = await update.all(db, items, values);
		const steps = rows.map(({ id }) => ({ id, from, to, reason, detail }));
		await auditAll(db, steps, now);
		if (!isLive(to)) await planWhatWaited(db, rows, now);
		moved.push(...rows.map(({ id }) => id));
	}
	return moved;
}

/** What was planned while these were being sent has its place now. */
async function planWhatWaited(db: Db, over: readonly Moved[], now: Date): Promise<void> {
	const ids = over.filter(({ next_plan_json }) => next_plan_json !== null).map(({ id }) => id);
	if (ids.length > 0) await insertPlans(db, await takeNextPlans(db, ids), now);
}

/** The token of one follow-up among those that were taken up together. */
export function leaseTokenOf(token: string, id: string): string {
	return token + id;
}

type Columns = ScheduledChanges & { leaseToken?: string; tried?: number };

function columnsFor({ to, reason, changes, lease }: Omit<Transition, 'id'>, now: Date): Columns {
	const at = now.getTime();
	const leaves = to !== 'claimed' && to !== 'sending';
	return {
		state: to,
		reason_code: reason.code,
		reason: reason.sentence,
		updated_at: at,
		...(leaves ? { lease_token: null, lease_until: null, run_state: null } : {}),
		...(to === 'ended' ? { ended_at: at } : {}),
		...(lease ? leaseColumns(lease) : {}),
		...changes,
	};
}

function leaseColumns({ token, untilMs, begun }: NonNullable<Transition['lease']>): Columns {
	return {
		lease_until: untilMs,
		run_state: begun ? 'begun' : 'queued',
		leaseToken: token,
		tried: begun ? 1 : 0,
	};
}

type Moved = Pick<ScheduledRow, 'id' | 'next_plan_json'>;
type Update = FixedListQuery<Columns, { id: string }, Moved>;

/** By the state they leave and the columns they write: some thirty of them. */
const updates = new Map<string, Update>();

function updateOf(from: FollowUpState, values: Columns): Update {
	const names = Object.keys(values) as (keyof Columns)[];
	const shape = `${from}: ${names.join()}`;
	const known = updates.get(shape);
	if (known) return known;
	const update: Update = fixedListQuery(
		(db, length, item: ItemsOf<{ id: string }>, value: ValuesOf<Columns>) =>
			db
				.updateTable('scheduled_follow_ups')
				.set(changesOf(names, value))
				.where(
					'id',
					'in',
					places(length, (place) => item(place, 'id')),
				)
				.where('state', '=', inText(from))
				.returning(['id', 'next_plan_json']),
		{ mayRepeat: true },
	);
	updates.set(shape, update);
	return update;
}

function changesOf(names: readonly (keyof Columns)[], value: ValuesOf<Columns>): object {
	const plain = names.filter((name) => name !== 'leaseToken' && name !== 'tried');
	return {
		...Object.fromEntries(plain.map((name) => [name, value(name)])),
		...(plain.length < names.length
			? { lease_token: sql`${value('leaseToken')} || id`, attempts: sql`attempts + ${value('tried')}` }
			: {}),
	};
}
