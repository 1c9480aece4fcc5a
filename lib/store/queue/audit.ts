import type { FollowUpState } from '../../follow-up/lifecycle.ts';
import type { Reason } from '../../follow-up/reasons/index.ts';
import type { Db } from '../database/db.ts';
import { fixedListQuery, places, type ItemsOf } from '../database/fixed-query.ts';

/** A step in the life of a scheduled follow-up, as the audit log keeps it. */
export interface AuditStep {
	id: string;
	/** null: it was made. */
	from: FollowUpState | null;
	to: FollowUpState;
	reason: Reason;
	/** What the log keeps besides: codes, counts, model names; never texts of a customer. */
	detail?: object;
}

/** Writes one line of the audit log. */
export async function audit(db: Db, step: AuditStep, now: Date): Promise<void> {
	await auditAll(db, [step], now);
}

/** Writes a line of the audit log for each step; at most some hundred at once. */
export async function auditAll(db: Db, steps: readonly AuditStep[], now: Date): Promise<void> {
	if (steps.length === 0) return;
	const lines = steps.map((step) => lineOf(step, now));
	await LINES.run(db, lines, {});
}

type AuditLine = ReturnType<typeof lineOf>;

const LINES = fixedListQuery((db, length, line: ItemsOf<AuditLine>) =>
	db.insertInto('audit_log').values(
		places(length, (place) => ({
			at: line(place, 'at'),
			scheduled_id: line(place, 'scheduled_id'),
			from_state: line(place, 'from_state'),
			to_state: line(place, 'to_state'),
			reason_code: line(place, 'reason_code'),
			detail_json: line(place, 'detail_json'),
		})),
	),
);

function lineOf({ id, from, to, reason, detail }: AuditStep, now: Date) {
	return {
		at: now.getTime(),
		scheduled_id: id,
		from_state: from,
		to_state: to,
		reason_code: reason.code,
		detail_json: detail === undefined ? null : JSON.stringify(detail),
	};
}
