import type { Reason } from '../../../follow-up/reasons/index.ts';
import { audit } from '../../queue/audit.ts';
import type { Db } from '../../database/db.ts';
import { readReasons } from '../../database/stored-json.ts';
import type { ScheduledWithAddress } from '../../queue/scheduled-row.ts';
import type { ScheduledChanges } from '../../database/schema.ts';

/** Gives a scheduled follow-up another due time, with its reasons, and writes it to its log. Its row is locked. */
export async function moveTo(
	tx: Db,
	row: ScheduledWithAddress,
	due: Date,
	reasons: Reason[],
	now: Date,
	changes: ScheduledChanges = {},
): Promise<void> {
	const why = reasons.at(-1);
	const all = [...(readReasons(row.reasons_json) ?? []), ...reasons];
	await tx
		.updateTable('scheduled_follow_ups')
		.set({
			due_at: due.getTime(),
			first_due_at: null,
			reasons_json: JSON.stringify(all),
			...(why ? { reason_code: why.code, reason: why.sentence } : {}),
			updated_at: now.getTime(),
			...changes,
		})
		.where('id', '=', row.id)
		.execute();
	const detail = { from: new Date(row.due_at).toISOString(), dueAt: due.toISOString() };
	for (const one of reasons)
		await audit(tx, { id: row.id, from: 'scheduled', to: 'scheduled', reason: one, detail }, now);
}
