import { reason } from '../../follow-up/reasons/index.ts';
import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import { endBroken } from '../queue/end-live.ts';
import type { ConversationRow } from '../database/schema.ts';

/**
 * News of a message may end the sending of a follow-up, and what was planned meanwhile gets its place. That plan is overtaken
 * if the customer has written once more in the same delivery.
 * @param spoke the conversations in which the customer wrote in this delivery.
 * @returns how many were ended.
 */
export async function endOvertaken(
	tx: Db,
	delivery: readonly MessagingEvent[],
	spoke: readonly ConversationRow[],
	now: Date,
): Promise<number> {
	if (!delivery.some(({ kind }) => kind === 'status' || kind === 'echo')) return 0;
	const broken = spoke.map(({ id, last_inbound_at, last_inbound_id }) => ({
		...{ conversationId: id, at: last_inbound_at ?? 0, id: last_inbound_id ?? '' },
	}));
	return await endBroken(tx, broken, reason('cancelled_reply'), now);
}
