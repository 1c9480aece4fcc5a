import { SENT_STATES, type FollowUpState } from '../../follow-up/lifecycle';
import { reason } from '../../follow-up/reasons';
import type { Db } from '../db';
import { transition } from '../transition';

/**
 * A customer message after a follow-up answers the latest one that went out, and only that one. One whose answer was lost
 * is not among them: that the customer wrote does not prove that it arrived.
 */
export async function markReplied(tx: Db, conversationId: number, at: number, now: Date): Promise<void> {
	const latest = await tx
		.selectFrom('scheduled_follow_ups')
		.select(['id', 'state', 'accepted_at', 'updated_at'])
		.where('conversation_id', '=', conversationId)
		.where('state', 'in', [...SENT_STATES])
		.orderBy('updated_at', 'desc')
		.executeTakeFirst();
	if (!latest) return;
	// WhatsApp's times are whole seconds: a reply half a second after the message seems to lie before it.
	const handedOver = Math.floor((latest.accepted_at ?? latest.updated_at) / 1000) * 1000;
	if (at < handedOver) return;
	await transition(
		tx,
		{
			id: latest.id,
			from: latest.state as FollowUpState,
			to: 'replied',
			reason: reason('customer_replied'),
			changes: { replied_at: at },
		},
		now,
	);
}

/** A follow-up that turns out to have arrived may have been answered in the meantime. */
export async function markRepliedSince(
	tx: Db,
	conversationId: number,
	acceptedAt: number,
	now: Date,
): Promise<void> {
	const reply = await tx
		.selectFrom('messages')
		.select('at')
		.where('conversation_id', '=', conversationId)
		.where('direction', '=', 'in')
		.where('type', '!=', 'reaction')
		.where('at', '>=', Math.floor(acceptedAt / 1000) * 1000)
		.orderBy('at')
		.executeTakeFirst();
	if (reply) await markReplied(tx, conversationId, reply.at, now);
}
