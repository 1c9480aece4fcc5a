import { reason } from '../../../follow-up/reasons/index.ts';
import type { StaffEventType } from '../../../follow-up/staff-events.ts';
import { conversationFrom } from '../../conversations/rows.ts';
import type { Db } from '../../database/db.ts';
import type { Now } from '../../database/now.ts';
import type { ConversationRow, StaffEventsTable } from '../../database/schema.ts';
import { isSettled } from './find-given-up.ts';
import { isWaiting, waitOf } from './find-waiting.ts';
import type { ClaimStaffEvents, StaffEvent, StaffEventClaim } from './types.ts';

/** Hands out what the staff is to be told, each to one caller, for a limited time. What is no longer so is left out. */
export async function claimStaffEvents(
	db: Db,
	{ chatbot, limit, leaseMs, now }: ClaimStaffEvents,
): Promise<StaffEvent[]> {
	const at = now.getTime();
	const ready = (on: Db) =>
		on
			.selectFrom('staff_events as event')
			.innerJoin('conversations as conversation', 'conversation.id', 'event.conversation_id')
			.where('event.chatbot', '=', chatbot)
			.where('event.told_at', 'is', null)
			.where((where) =>
				where.or([where('event.handed_until', 'is', null), where('event.handed_until', '<=', at)]),
			)
			.limit(limit);
	// Nearly always in vain: a writing transaction would wait for whoever holds the file.
	if (!(await ready(db).select('event.silence').executeTakeFirst())) return [];
	return await db.transaction().execute(async (tx) => {
		const rows = await ready(tx)
			.selectAll('conversation')
			.select(['event.type', 'event.silence', 'event.reason_code', 'event.since', 'event.unanswered'])
			.forNoKeyUpdate('event')
			.skipLocked()
			.execute();
		const events: StaffEvent[] = [];
		for (const row of rows) {
			const { type, silence, reason_code, since, unanswered, ...conversation } = row;
			const claim: StaffEventClaim = { conversationId: conversation.id, chatbot, type, silence };
			const stands = STANDS[type](conversation, silence, now);
			await change(tx, claim, stands ? { handed_until: at + leaseMs } : { told_at: at });
			if (!stands) continue;
			events.push({
				...{ type, chatbot, unanswered, claim },
				conversation: conversationFrom(conversation),
				reason: reason(reason_code),
				since: new Date(since).toISOString(),
			});
		}
		return events;
	});
}

/** Whether it is still so. */
const STANDS: Record<StaffEventType, (row: ConversationRow, silence: string, now: Date) => boolean> = {
	gave_up: (row, silence) => row.last_inbound_id === silence && !isSettled(row),
	customer_waiting: (row, silence, now) => waitOf(row) === silence && isWaiting(row, now),
};

/** An execution has told the staff of these. */
export async function staffEventsTold(db: Db, claims: readonly StaffEventClaim[], now: Now): Promise<void> {
	await db.transaction().execute(async (tx) => {
		for (const claim of claims) await change(tx, claim, { told_at: now.getTime() });
	});
}

async function change(
	tx: Db,
	{ conversationId, chatbot, type, silence }: StaffEventClaim,
	columns: Partial<Pick<StaffEventsTable, 'handed_until' | 'told_at'>>,
): Promise<void> {
	await tx
		.updateTable('staff_events')
		.set(columns)
		.where('conversation_id', '=', conversationId)
		.where('chatbot', '=', chatbot)
		.where('type', '=', type)
		.where('silence', '=', silence)
		.execute();
}
