import { sql, type Expression } from 'kysely';
import { mayBecome, type FollowUpState } from '../follow-up/lifecycle';
import type { Reason } from '../follow-up/reasons';
import type { Db } from './db';
import { fixedQuery, type ValuesOf } from './fixed-query';
import type { ScheduledChanges } from './schema';

type Changes = {
	[Column in keyof ScheduledChanges]:
		| ScheduledChanges[Column]
		| Expression<NonNullable<ScheduledChanges[Column]>>;
};

export interface Transition {
	id: string;
	from: FollowUpState;
	to: FollowUpState;
	reason: Reason;
	/** Further columns that change with the state: values, or expressions of the row. */
	changes?: Changes;
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
	const result = await db
		.updateTable('scheduled_follow_ups')
		.set(columnsFor(to, reason, step.changes, now))
		.where('id', '=', id)
		.where('state', '=', inText(from))
		.executeTakeFirst();
	if (result.numUpdatedRows !== 1n) return false;
	await audit(db, step, now);
	return true;
}

const MANY = 500;

/**
 * The same step for many follow-ups at once, with the same guards as one.
 * @returns the IDs of those that took it; the others had moved on.
 */
export async function transitionAll(
	db: Db,
	ids: string[],
	{ from, to, reason, changes, detail }: Omit<Transition, 'id'>,
	now: Date,
): Promise<string[]> {
	if (!mayBecome(from, to)) throw new Error(`A follow-up cannot go from ${from} to ${to}`);
	const moved: string[] = [];
	for (let start = 0; start < ids.length; start += MANY) {
		const rows = await db
			.updateTable('scheduled_follow_ups')
			.set(columnsFor(to, reason, changes, now))
			.where('id', 'in', ids.slice(start, start + MANY))
			.where('state', '=', inText(from))
			.returning('id')
			.execute();
		if (rows.length === 0) continue;
		const steps = rows.map(({ id }) => ({ id, from, to, reason, detail }));
		await auditAll(db, steps, now);
		moved.push(...rows.map(({ id }) => id));
	}
	return moved;
}

/** As a literal: SQLite would plan the statement anew for each value, to see which of the indexes by state it could use. */
function inText(state: FollowUpState) {
	return sql.lit(state);
}

function columnsFor(to: FollowUpState, reason: Reason, changes: Changes | undefined, now: Date): Changes {
	const at = now.getTime();
	const leaves = to !== 'claimed' && to !== 'sending';
	return {
		state: to,
		reason_code: reason.code,
		reason: reason.sentence,
		updated_at: at,
		...(leaves ? { lease_token: null, lease_until: null } : {}),
		...(to === 'ended' ? { ended_at: at } : {}),
		...changes,
	};
}

type AuditStep = Omit<Transition, 'from' | 'changes'> & { from: FollowUpState | null };

/** Writes one line of the audit log. */
export async function audit(db: Db, step: AuditStep, now: Date): Promise<void> {
	await auditAll(db, [step], now);
}

/** Writes a line of the audit log for each step; at most some hundred at once. */
export async function auditAll(db: Db, steps: readonly AuditStep[], now: Date): Promise<void> {
	const lines = steps.map((step) => auditLine(step, now));
	if (lines.length === 1) await ONE_LINE.run(db, lines[0] as AuditLine);
	else if (lines.length > 1) await db.insertInto('audit_log').values(lines).execute();
}

type AuditLine = ReturnType<typeof auditLine>;

const ONE_LINE = fixedQuery((db, value: ValuesOf<AuditLine>) =>
	db.insertInto('audit_log').values({
		at: value('at'),
		scheduled_id: value('scheduled_id'),
		from_state: value('from_state'),
		to_state: value('to_state'),
		reason_code: value('reason_code'),
		detail_json: value('detail_json'),
	}),
);

function auditLine({ id, from, to, reason, detail }: AuditStep, now: Date) {
	return {
		at: now.getTime(),
		scheduled_id: id,
		from_state: from,
		to_state: to,
		reason_code: reason.code,
		detail_json: detail === undefined ? null : JSON.stringify(detail),
	};
}
