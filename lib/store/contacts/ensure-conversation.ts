import type { Conversation } from '../../messaging/conversation.ts';
import { parseConversationKey } from '../../messaging/conversation-key.ts';
import type { Contact } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import { findConversation } from '../conversations/find.ts';
import { conversationsWithHistory } from '../conversations/facts.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** The conversation with a contact; made if the business writes first. */
export async function ensureConversation(
	db: Db,
	key: string,
	contact: Partial<Contact>,
	now: Date,
): Promise<Conversation> {
	const { channel, account, contact: id } = parseConversationKey(key);
	return await db.transaction().execute(async (tx) => {
		const unit = new UnitOfWork(tx, now);
		const row = await unit.findOrMake({ channel, account }, { id, ...contact });
		await unit.save();
		return (await conversationsWithHistory(tx, [row]))[0] as Conversation;
	});
}

/** The customer stopped marketing messages, as a refusal of Meta told; an opt-out that is known stands. */
export async function stopMarketing(db: Db, key: string, at: Date): Promise<void> {
	await db.transaction().execute(async (tx) => {
		const row = await findConversation(tx, key);
		if (!row) return;
		await tx
			.updateTable('conversations')
			.set({ marketing_opted_out_at: at.getTime(), marketing_opted_out_by: null })
			.where('id', '=', row.id)
			// Stopped by hand, it becomes the customer's own stop, which nobody else lifts.
			.where((where) =>
				where.or([
					where('marketing_opted_out_at', 'is', null),
					where('marketing_opted_out_by', 'is not', null),
				]),
			)
			.execute();
	});
}
