import type { Contact } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import type { ConversationRow } from '../database/schema.ts';
import { mayBeOnePerson, userIdOf, type Address } from './aliases.ts';
import { merge } from './merge.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** IDs that Meta names together are one person's: if each has a conversation of its own, the two become one. */
export async function joinNamed(
	tx: Db,
	unit: UnitOfWork,
	address: Address,
	contact: Contact,
	now: Date,
): Promise<void> {
	const [first, ...others] = await unit.findAll(address, contact);
	if (first) await joinAll(tx, unit, first, others, now);
}

/**
 * Meta says whom a message of a conversation went to, in its answer or in a status: the IDs belong to this person from now
 * on, and a conversation that had one of them is theirs too.
 * @returns the conversation as it stands then.
 */
export async function learnReceiver(
	tx: Db,
	unit: UnitOfWork,
	row: ConversationRow,
	contact: Contact,
	now: Date,
): Promise<ConversationRow> {
	const one = await joinAll(tx, unit, row, await unit.findAll(row, contact), now);
	const isOther = userIdOf({ ...one, contact: contact.id }) !== undefined && userIdOf(one) !== undefined;
	// A number that has another user ID by now has another owner, or news of a new ID that is still to come.
	if (!isOther || one.contact === contact.id) await unit.learn(one, contact);
	return one;
}

/** Whether a contact tells nothing new of a conversation. */
export function isKnownAs(row: ConversationRow, { id, phone }: Contact): boolean {
	return (id === row.contact || id === row.phone) && (phone === undefined || phone === row.phone);
}

/** The older one stays, under the more stable of their IDs. */
export async function joinAll(
	tx: Db,
	unit: UnitOfWork,
	row: ConversationRow,
	others: readonly ConversationRow[],
	now: Date,
): Promise<ConversationRow> {
	let one = row;
	for (const other of others) {
		if (other.id === one.id || !mayBeOnePerson(one, other)) continue;
		for (const each of [one, other]) unit.noteRest(each);
		const [into, from] = one.id < other.id ? [one, other] : [other, one];
		const better = userIdOf(into) === undefined ? from : into;
		await merge(tx, unit, from, into, now);
		const news = {
			...(better.contact === into.contact ? {} : { contact: better.contact }),
			phone: into.phone ?? from.phone,
			username: into.username ?? from.username,
			name: into.name ?? from.name,
		};
		unit.change(into, news);
		one = into;
	}
	return one;
}
