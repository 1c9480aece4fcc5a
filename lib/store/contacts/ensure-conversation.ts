import type { ConversationWithHistory } from '../../messaging/conversation.ts';
import type { Contact } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import { lockConversation } from '../conversations/find.ts';
import { noteRefusedMarketing } from '../conversations/wish-facts.ts';
import { conversationsWithHistory } from '../conversations/facts.ts';
import { namedByPeople } from './named-by-people.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** The conversation with a contact; made if the business writes first. */
export async function ensureConversation(
	db: Db,
	key: string,
	contact: Partial<Contact>,
	now: Date,
): Promise<ConversationWithHistory> {
	return await db.transaction().execute(async (tx) => {
		const unit = new UnitOfWork(tx, now);
		const row = await namedByPeople(tx, unit, key, contact, now);
		await unit.save();
		return (await conversationsWithHistory(tx, [row]))[0] as ConversationWithHistory;
	});
}

/** The customer stopped marketing messages at Meta, as a refusal told; a newer resume stands. */
export async function stopMarketing(db: Db, key: string, now: Date): Promise<void> {
	await db.transaction().execute(async (tx) => {
		const row = await lockConversation(tx, key);
		if (row) await noteRefusedMarketing(tx, row, now);
	});
}
