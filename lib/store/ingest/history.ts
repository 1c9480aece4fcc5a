import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import { noteRefusal } from '../contacts/customer-spoke.ts';
import type { Effects } from '../contacts/effects.ts';
import type { UnitOfWork } from '../contacts/unit-of-work.ts';
import { insertMessage } from '../contacts/transcript.ts';

/**
 * What was said before the number was connected goes into the transcript: no window, no last customer message, no reply.
 * Otherwise connecting a number would write to everybody who ever went silent. Whoever asked to be left alone then asked for
 * it, on that day.
 */
export async function applyHistory(
	tx: Db,
	unit: UnitOfWork,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<number> {
	const row = await unit.findOrMake(event, event.contact);
	const [direction, author] = event.echo ? (['out', event.echo.by] as const) : (['in', 'customer'] as const);
	const isNew = await insertMessage(tx, unit, row, event, direction, author);
	if (!isNew) await fillPlaceholder(tx, row.id, event);
	if (!event.echo) {
		const { text, description, payload } = event.message ?? {};
		await noteRefusal(
			tx,
			unit,
			row,
			{ said: [text, description, payload], at: Date.parse(event.at) },
			effects,
			now,
		);
	}
	return row.id;
}

/** Media come as a placeholder first and with what they hold later. */
async function fillPlaceholder(tx: Db, conversationId: number, { message }: MessagingEvent): Promise<void> {
	if (!message) return;
	await tx
		.updateTable('messages')
		.set({ type: message.type, text: message.text ?? null })
		.where('conversation_id', '=', conversationId)
		.where('message_id', '=', message.id)
		.where('type', '=', 'media_placeholder')
		.execute();
}
