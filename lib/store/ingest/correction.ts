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
	const row = await unit.findOrMake(event, event.contact);
	const correction = event.correction as EventCorrection;
	if (correction.action === 'delete') {
		await forget(tx, row.id, correction.messageId, event);
		return row.id;
	}
	if (correction.text === undefined) return row.id;
	await edit(tx, row.id, { messageId: correction.messageId, text: correction.text }, event);
	if (!event.echo)
		await noteRefusal(tx, unit, row, { said: [correction.text], at: Date.parse(event.at) }, effects, now);
	return row.id;
}

async function edit(
	tx: Db,
	conversationId: number,
	{ messageId, text }: { messageId: string; text: string },
	event: MessagingEvent,
): Promise<void> {
	await tx
		.insertInto('messages')
		.values(placeOf(conversationId, messageId, event, { type: 'text', text }))
		.onConflict((conflict) =>
			conflict
				.columns(['message_id', 'conversation_id'])
				.doUpdateSet({ text })
				.where('messages.type', '!=', 'deleted'),
		)
		.execute();
}

/** Webhooks come in any order: if the message itself is still to come, its place is taken already. */
function placeOf(
	conversationId: number,
	messageId: string,
	{ at, echo }: MessagingEvent,
	content: { type: string; text: string | null },
) {
	return {
		...{ conversation_id: conversationId, message_id: messageId, ...content, at: Date.parse(at) },
		direction: echo ? ('out' as const) : ('in' as const),
		author: echo ? echo.by : ('customer' as const),
	};
}

async function forget(
	tx: Db,
	conversationId: number,
	messageId: string,
	event: MessagingEvent,
): Promise<void> {
	await tx
		.insertInto('messages')
		.values(placeOf(conversationId, messageId, event, { type: 'deleted', text: null }))
		.onConflict((conflict) =>
			conflict.columns(['message_id', 'conversation_id']).doUpdateSet({
				...{ type: 'deleted', text: null, media_json: null },
			}),
		)
		.execute();
}
