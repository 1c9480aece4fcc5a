import type { Contact } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import { isKnownAs, learnReceiver } from './one-person.ts';
import { UnitOfWork } from './unit-of-work.ts';

const BY_ID = fixedQuery((db, value: ValuesOf<{ id: number }>) =>
	db.selectFrom('conversations').selectAll().where('id', '=', value('id')),
);

/**
 * Takes down whom Meta's answer to a request names as the receiver. In a transaction of its own, because that the message
 * went out must be recorded whatever becomes of this; the statuses tell it again.
 */
export async function learnFromAnswer(
	db: Db,
	conversationId: number,
	receiver: Contact,
	now: Date,
): Promise<void> {
	const known = await BY_ID.first(db, { id: conversationId });
	if (!known || isKnownAs(known, receiver)) return;
	await db.transaction().execute(async (tx) => {
		const unit = new UnitOfWork(tx, now);
		const { channel, account, contact } = known;
		await unit.lock([
			{ channel, account, contact: { id: contact } },
			{ channel, account, contact: receiver },
		]);
		const row = await unit.find(known, { id: contact });
		if (row) await learnReceiver(tx, unit, row, receiver, now);
		await unit.save();
	});
}
