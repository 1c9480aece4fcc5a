import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import { isOursAfter } from '../../messaging/thread-owner.ts';
import type { Db } from '../database/db.ts';
import type { UnitOfWork } from '../contacts/unit-of-work.ts';
import type { Effects } from '../contacts/effects.ts';
import { insertNote } from '../contacts/transcript.ts';
import { noteThreadIsOurs, noteThreadIsTheirs } from '../contacts/owner-facts.ts';
import { hearCustomer } from './hear-customer.ts';
import { applyEcho } from './messages.ts';

/**
 * Something said in a thread that another app owns; this app only listens. What the customer says there counts as said to
 * the business: the window moves, the silence is broken, a "stop" is one.
 */
export async function applyStandby(
	tx: Db,
	unit: UnitOfWork,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<number> {
	const row = await unit.findOrMake(event, event.contact);
	noteThreadIsTheirs(unit, row, Date.parse(event.at));
	if (event.echo) return await applyEcho(tx, unit, event, effects, now);
	await hearCustomer(tx, unit, row, event, effects, now);
	return row.id;
}

/** The thread changed hands. A request changes nothing yet. */
export async function applyHandover(
	tx: Db,
	unit: UnitOfWork,
	event: MessagingEvent,
	effects: Effects,
): Promise<number | undefined> {
	const { handover } = event;
	if (!handover) return undefined;
	const row = await unit.findOrMake(event, event.contact);
	if (handover.action === 'request') return row.id;
	const at = Date.parse(event.at);
	if (!isOursAfter(handover, effects.ownAppIds)) noteThreadIsTheirs(unit, row, at);
	else if (noteThreadIsOurs(unit, row, at)) effects.handedBack.add(row.id);
	await insertNote(tx, unit, row, event);
	return row.id;
}
