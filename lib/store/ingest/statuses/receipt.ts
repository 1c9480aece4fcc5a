import type { FollowUpState } from '../../../follow-up/lifecycle.ts';
import type { EventReceipt, MessagingEvent } from '../../../messaging/messaging-event.ts';
import type { Db } from '../../database/db.ts';
import type { UnitOfWork } from '../../contacts/unit-of-work.ts';
import { settleFollowUp } from '../../queue/settle.ts';

/** Our time of a message is when Meta's answer arrived, a little later than Meta's own time of it. */
const CLOCK_TOLERANCE_MS = 2_000;

/** Which states of a message are less than the one reported. */
const BEFORE: Record<EventReceipt['state'], readonly FollowUpState[]> = {
	delivered: ['accepted', 'sent'],
	read: ['accepted', 'sent', 'delivered'],
};

/** The customer got or saw everything up to a message or a moment: messages and follow-ups of that time say so. */
export async function applyReceipt(
	tx: Db,
	unit: UnitOfWork,
	event: MessagingEvent,
	now: Date,
): Promise<number | undefined> {
	const row = await unit.find(event, event.contact);
	if (!row || !event.receipt) return row?.id;
	const { state } = event.receipt;
	const at = Date.parse(event.at);
	const upTo = await limitOf(tx, row.id, event.receipt, at);

	await tx
		.updateTable('messages')
		.set({ state, state_at: at })
		.where('conversation_id', '=', row.id)
		.where('direction', '=', 'out')
		.where('at', '<=', upTo)
		.where((where) => where.or([where('state', 'is', null), where('state', 'in', [...BEFORE[state]])]))
		.execute();
	const followUps = await tx
		.selectFrom('scheduled_follow_ups')
		.selectAll()
		.where('conversation_id', '=', row.id)
		.where('state', 'in', [...BEFORE[state]])
		.where((of) => of.fn.coalesce('sent_at', 'accepted_at'), '<=', upTo)
		.where('message_id', 'is not', null)
		.execute();
	for (const followUp of followUps) {
		await settleFollowUp(tx, followUp, { messageId: followUp.message_id as string, state }, at, now);
	}
	return row.id;
}

/** Who saw a message saw what came before it; of an unknown message only the time of the event is left. */
async function limitOf(
	tx: Db,
	conversationId: number,
	{ messageId, upTo }: EventReceipt,
	at: number,
): Promise<number> {
	if (upTo !== undefined) return Date.parse(upTo) + CLOCK_TOLERANCE_MS;
	const message = await tx
		.selectFrom('messages')
		.select('at')
		.where('conversation_id', '=', conversationId)
		.where('message_id', '=', messageId ?? '')
		.executeTakeFirst();
	return message?.at ?? at;
}
