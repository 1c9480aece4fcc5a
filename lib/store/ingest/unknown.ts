import { reason } from '../../follow-up/reasons/index.ts';
import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import { noteRefusal } from '../contacts/customer-spoke.ts';
import type { Effects } from '../contacts/effects.ts';
import { insertMessage } from '../contacts/transcript.ts';
import type { UnitOfWork } from '../contacts/unit-of-work.ts';
import type { Db } from '../database/db.ts';
import { endLive } from '../queue/end-live.ts';

/**
 * Something of a type that is not known yet. With words in it the customer said something, whatever it is called: it ends what is
 * planned, and a refusal is one. It moves neither the window nor the last customer action, so nothing is planned for it.
 */
export async function applyUnknown(
	tx: Db,
	unit: UnitOfWork,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<number | undefined> {
	const row = event.message?.text === undefined ? undefined : await unit.find(event, event.contact);
	if (!row) return undefined;
	const at = Date.parse(event.at);
	await insertMessage(tx, unit, row, event, 'in', 'customer');
	effects.cancelled += await endLive(tx, row.id, reason('cancelled_reply'), now, {
		plannedBefore: { at, id: event.id },
	});
	await noteRefusal(tx, unit, row, { said: [event.message?.text], at }, effects, now);
	return row.id;
}
