import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import { previousIdsOf } from '../contacts/aliases.ts';
import { merge } from '../contacts/merge.ts';
import { joinAll } from '../contacts/one-person.ts';
import type { UnitOfWork } from '../contacts/unit-of-work.ts';
import type { Db } from '../database/db.ts';
import type { ConversationRow } from '../database/schema.ts';

/** A customer got a new ID or number: timers, opt-outs and history follow the person. */
export async function applyIdentity(
	tx: Db,
	unit: UnitOfWork,
	event: MessagingEvent,
	now: Date,
): Promise<number> {
	const { contact } = event;
	const earlier: ConversationRow[] = [];
	for (const id of previousIdsOf(contact)) earlier.push(...(await unit.findAll(event, { id })));
	const [first, ...more] = earlier;
	const previous = first && (await joinAll(tx, unit, first, more, now));
	const row = previous
		? await takeOver(tx, unit, event, previous, now)
		: await unit.findOrMake(event, contact);
	// What the customer did under an earlier ID may be told later than this.
	for (const id of previousIdsOf(contact)) await unit.addEarlierId(row, id);
	return row.id;
}

async function takeOver(
	tx: Db,
	unit: UnitOfWork,
	event: MessagingEvent,
	previous: ConversationRow,
	now: Date,
): Promise<ConversationRow> {
	const { contact } = event;
	const present = await unit.find(event, { id: contact.id });
	// Two changes may be told in the wrong order: then the ID of this one was left again already.
	const isLeft =
		present && present.contact !== contact.id && !previousIdsOf(contact).includes(present.contact);
	const newest = isLeft ? { contact: present.contact, phone: present.phone } : undefined;
	if (present && present.id !== previous.id) await merge(tx, unit, present, previous, now);
	if (newest) {
		unit.change(previous, newest);
		return previous;
	}
	unit.change(previous, { contact: contact.id });
	await unit.learn(previous, contact);
	return previous;
}
