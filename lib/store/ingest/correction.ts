import type { EventCorrection, MessagingEvent } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import type { UnitOfWork } from '../contacts/unit-of-work.ts';
import type { Effects } from '../contacts/effects.ts';
import { noteRefusal } from '../contacts/customer-spoke.ts';

/**
 * A message was edited or taken back. What was taken back is forgotten: Meta's Platform Terms ask for it, and no model may
 * quote it. It is no message of its own and breaks no silence; an edit to "stop" is honoured.
 */
export async function applyCorrection(
	tx: Db,
	unit: UnitOfWork,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<number | undefined> {
	const row = await unit.find(event, event.contact);
	if (!row) return undefined;
	const correction = event.correction as EventCorrection;
	if (correction.action === 'delete') {
		await forget(tx, row.id, correction.messageId, event);
		return row.id;
	}
	if (correction.text === undefined) return row.id;
	await tx
		.updateTable('messages')
		.set({ text: correction.text })
		.where('conversation_id', '=', row.id)
		.where('message_id', '=', correction.messageId)
		.where('type', '!=', 'deleted')
		.execute();
	if (!event.echo)
		await noteRefusal(tx, unit, row, { said: [correction.text], at: Date.parse(event.at) }, effects, now);
	return row.id;
}

/** Webhooks come in any order: if the message itself is still to come, its place is taken already. */
async function forget(
	tx: Db,
	conversationId: number,
	messageId: string,
	{ at, echo }: MessagingEvent,
): Promise<void> {
	await tx
		.insertInto('messages')
		.values({
			conversation_id: conversationId,
			message_id: messageId,
			direction: echo ? 'out' : 'in',
			author: echo ? echo.by : 'customer',
			type: 'deleted',
			text: null,
			at: Date.parse(at),
		})
		.onConflict((conflict) =>
			conflict.columns(['message_id', 'conversation_id']).doUpdateSet({ type: 'deleted', text: null }),
		)
		.execute();
}
