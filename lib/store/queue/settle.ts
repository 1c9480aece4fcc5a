import { type FollowUpState, mayBecome } from '../../follow-up/lifecycle.ts';
import { reason } from '../../follow-up/reasons/index.ts';
import type { EventStatus } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import type { ScheduledRow, ScheduledChanges } from '../database/schema.ts';
import { markRepliedSince } from './replied.ts';
import { transition } from './transition.ts';

/** Moves a follow-up on to what Meta says of its message, if that is further than it is. */
export async function settleFollowUp(
	tx: Db,
	row: ScheduledRow,
	{ messageId, state, errors }: Pick<EventStatus, 'messageId' | 'state' | 'errors'>,
	at: number,
	now: Date,
): Promise<void> {
	const from = row.state;
	const to = STATE[state];
	const times: ScheduledChanges = {
		...(to === 'sent' ? { sent_at: at } : {}),
		...(to === 'delivered' ? { delivered_at: at } : {}),
		...(to === 'read' ? { read_at: at } : {}),
	};
	if (!mayBecome(from, to)) {
		// A late `delivered` after `read` changes no state, but its time is worth keeping.
		if (Object.keys(times).length > 0) {
			await tx.updateTable('scheduled_follow_ups').set(times).where('id', '=', row.id).execute();
			await noteAnswered(tx, row, to, at, now);
		}
		return;
	}
	const error = errors?.[0];
	await transition(
		tx,
		{
			id: row.id,
			from,
			to,
			reason: to === 'failed' ? reason('refused', refusal(error)) : reason('status_update'),
			changes: {
				...times,
				message_id: messageId,
				accepted_at: row.accepted_at ?? at,
				...(error ? { error_json: JSON.stringify(error) } : {}),
			},
			detail: { status: state, ...(error ? { code: error.code } : {}) },
		},
		now,
	);
	if (from === 'unknown' && to !== 'failed')
		await markRepliedSince(tx, row.conversation_id, row.accepted_at ?? at, now);
	else await noteAnswered(tx, row, to, at, now);
}

/** By a clock that is ahead, an answer that Meta told before it told when the message was sent seemed to be no answer. */
async function noteAnswered(
	tx: Db,
	{ conversation_id, accepted_at }: ScheduledRow,
	to: FollowUpState,
	at: number,
	now: Date,
): Promise<void> {
	if ((to === 'sent' || to === 'delivered') && accepted_at !== null && at < accepted_at - ANSWER_MS)
		await markRepliedSince(tx, conversation_id, at, now);
}

/** Meta sends while it answers, and answers take up to some seconds; what is less is no matter of clocks. */
export const ANSWER_MS = 5_000;

/** `played` (voice messages, since 2026-03) says no more than `read`. */
export const STATE: Record<EventStatus['state'], FollowUpState> = {
	sent: 'sent',
	delivered: 'delivered',
	read: 'read',
	played: 'read',
	failed: 'failed',
};

export function refusal(error: { code: number; message: string } | undefined): string {
	return error
		? `Meta did not deliver the message (code ${error.code}: ${error.message})`
		: 'Meta did not deliver the message';
}
