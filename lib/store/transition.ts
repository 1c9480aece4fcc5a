import { mayBecome, type FollowUpState } from '../follow-up/lifecycle';
import type { Reason } from '../follow-up/reasons';
import type { Db } from './db';
import type { ScheduledChanges } from './schema';

export interface Transition {
	id: string;
	from: FollowUpState;
	to: FollowUpState;
	reason: Reason;
	/** Further columns that change with the state. */
	changes?: ScheduledChanges;
	/** What the audit log keeps besides: codes, counts, model names; never texts of a customer. */
	detail?: object;
}

/**
 * The only way a scheduled follow-up changes its state: checked against the life cycle, guarded by the state it was read
 * in, and written to the audit log. Call it inside a transaction.
 * @returns false when the row has moved on in the meantime; then nothing was changed.
 */
export async function transition(db: Db, step: Transition, now: Date): Promise<boolean> {
	const { id, from, to, reason } = step;
	if (!mayBecome(from, to)) throw new Error(`A follow-up cannot go from ${from} to ${to}`);
	const at = now.getTime();
	const leaves = to !== 'claimed' && to !== 'sending';
	const result = await db
		.updateTable('scheduled_follow_ups')
		.set({
			state: to,
			reason_code: reason.code,
			reason: reason.sentence,
			updated_at: at,
			...(leaves ? { lease_token: null, lease_until: null } : {}),
			...(to === 'ended' ? { ended_at: at } : {}),
			...step.changes,
		})
		.where('id', '=', id)
		.where('state', '=', from)
		.executeTakeFirst();
	if (result.numUpdatedRows !== 1n) return false;
	await audit(db, step, now);
	return true;
}

/** Writes one line of the audit log. */
export async function audit(
	db: Db,
	{ id, from, to, reason, detail }: Omit<Transition, 'from' | 'changes'> & { from: FollowUpState | null },
	now: Date,
): Promise<void> {
	await db
		.insertInto('audit_log')
		.values({
			at: now.getTime(),
			scheduled_id: id,
			from_state: from,
			to_state: to,
			reason_code: reason.code,
			detail_json: detail === undefined ? null : JSON.stringify(detail),
		})
		.execute();
}
