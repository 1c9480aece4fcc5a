import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import type { UnitOfWork } from '../contacts/unit-of-work.ts';
import type { Effects } from '../contacts/effects.ts';
import { customerSpoke } from '../contacts/customer-spoke.ts';
import { noteOutbound, insertMessage } from '../contacts/transcript.ts';
import { noteThreadIsOurs, noteThreadIsTheirs } from '../contacts/owner-facts.ts';

/**
 * Something said in a thread that another app owns; this app only listens. The silence is broken all the same, and
 * nothing may be sent: that would take the thread away from its owner.
 */
export async function applyStandby(
	tx: Db,
	unit: UnitOfWork,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<number> {
	const row = await unit.findOrMake(event, event.contact);
	const at = Date.parse(event.at);
	noteThreadIsTheirs(unit, row, at);
	if (!event.echo) {
		await insertMessage(tx, unit, row, event, 'in', 'customer');
		await customerSpoke(tx, unit, row, event, effects, now);
	} else if (await insertMessage(tx, unit, row, event, 'out', event.echo.by)) {
		noteOutbound(unit, row, at, event.echo.by);
	}
	return row.id;
}

/**
 * The thread changed hands. Without our own app's ID, who is told decides: Meta tells of a pass the app that got the
 * thread, and of a take the app that lost it. A request changes nothing yet.
 */
export async function applyHandover(
	unit: UnitOfWork,
	event: MessagingEvent,
	{ ownAppIds }: Effects,
): Promise<number | undefined> {
	const { handover } = event;
	if (!handover) return undefined;
	const row = await unit.findOrMake(event, event.contact);
	if (handover.action === 'request') return row.id;
	const isKnown = handover.newOwner !== undefined && ownAppIds.length > 0;
	const isOurs = isKnown ? ownAppIds.includes(handover.newOwner as string) : handover.action === 'pass';
	const note = isOurs ? noteThreadIsOurs : noteThreadIsTheirs;
	note(unit, row, Date.parse(event.at));
	return row.id;
}
