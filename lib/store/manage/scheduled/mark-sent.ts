import { SENT_STATES, type FollowUpState } from '../../../follow-up/lifecycle.ts';
import type { ScheduledFollowUp } from '../../../follow-up/types.ts';
import { RefusedError } from '../../../messaging/refused-error.ts';
import type { Db } from '../../database/db.ts';
import { findScheduled } from '../../queue/find-scheduled.ts';
import { scheduledFrom } from '../../queue/scheduled-row.ts';
import { finishSend } from '../../queue/send.ts';

/** What became of a message that a node of another package was to send. */
export type SentElsewhere = { messageId?: string } | { failed: string };

const OPEN: readonly FollowUpState[] = ['sending', 'unknown'];
const KNOWN: readonly FollowUpState[] = [...SENT_STATES, 'replied', 'failed'];

/**
 * Notes that a follow-up which was begun to be sent went out, or did not, by other means. Told twice, the first time stands.
 * @throws RefusedError when it is not there, or when its sending was never begun.
 */
export async function markSent(
	db: Db,
	id: string,
	outcome: SentElsewhere,
	now: Date,
): Promise<ScheduledFollowUp> {
	const row = await findScheduled(db, id);
	if (!row)
		throw new RefusedError(
			`There is no scheduled follow-up with the ID "${id}"`,
			'Fill in Scheduled Follow-Up ID with the one that Mark as Sent (Before Sending) gave out, under followUp.scheduledId',
		);
	if (KNOWN.includes(row.state)) return scheduledFrom(row);
	if (!OPEN.includes(row.state))
		throw new RefusedError(
			`The follow-up "${row.name}" was not begun to be sent: its state is "${row.state}"`,
			'Put Mark as Sent with Before Sending between the output Send of Follow-Up Evaluate and the node that sends',
		);
	if ('failed' in outcome)
		return await finishSend(db, id, { outcome: 'failed', message: outcome.failed }, now);
	// Without the ID of Meta its statuses find nothing, and that it went out is known all the same.
	const messageId = outcome.messageId ?? `elsewhere:${id}`;
	return await finishSend(db, id, { outcome: 'accepted', messageId }, now);
}
