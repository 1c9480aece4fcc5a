import type { ConversationRow, ScheduledRow } from '../database/schema.ts';

/** Whether the customer has written since the message after which a follow-up was planned. */
export function isOvertaken(
	{ anchor_id, anchor_at }: Pick<ScheduledRow, 'anchor_id' | 'anchor_at'>,
	{ last_inbound_id, last_inbound_at }: Pick<ConversationRow, 'last_inbound_id' | 'last_inbound_at'>,
): boolean {
	return anchor_id !== last_inbound_id && anchor_at <= (last_inbound_at ?? 0);
}
