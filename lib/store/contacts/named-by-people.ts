import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import type { Contact } from '../../messaging/messaging-event.ts';
import { readAddress } from '../conversations/find.ts';
import type { Db } from '../database/db.ts';
import type { ConversationRow } from '../database/schema.ts';
import { joinNamed } from './one-person.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The conversation with somebody whom people named, not Meta; made if there is none. */
export async function namedByPeople(
	tx: Db,
	unit: UnitOfWork,
	key: string,
	contact: Partial<Contact>,
	now: Date,
): Promise<ConversationRow> {
	const { contact: id, ...address } = readAddress(key);
	const phone = CHANNEL_FACTS[address.channel].identity.phoneOf(id);
	const named = { id, ...(phone === undefined ? {} : { phone }), ...contact };
	await unit.lock([{ ...address, contact: named }]);
	await joinNamed(tx, unit, address, named, now);
	const row = await unit.find(address, named);
	if (!row) return await unit.findOrMake(address, named);
	await unit.learn(row, withoutWriting(row, named));
	return row;
}

/** How people write a number that is known teaches nothing: the customer's own writing is told by Meta. */
function withoutWriting(row: ConversationRow, named: Contact): Contact {
	const { writingsOf } = CHANNEL_FACTS[row.channel].identity;
	const { phone, ...rest } = named;
	const known = phone === undefined ? [] : writingsOf(phone);
	const isKnown = [row.contact, row.phone].some((one) => one !== null && known.includes(one));
	return isKnown ? { ...rest, id: row.contact } : named;
}
