import type { ScheduledWithAddress } from './scheduled-row.ts';
import type { Db } from '../database/db.ts';
import { partsOf } from '../database/parts.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';

/** Scheduled follow-ups with the address of their conversation. */
export function selectScheduled(db: Db) {
	return db
		.selectFrom('scheduled_follow_ups as scheduled')
		.innerJoin('conversations as conversation', 'conversation.id', 'scheduled.conversation_id')
		.selectAll('scheduled')
		.select(['conversation.channel', 'conversation.account', 'conversation.contact']);
}

export async function findScheduled(db: Db, id: string): Promise<ScheduledWithAddress | undefined> {
	return await SCHEDULED_BY_ID.first(db, { id });
}
export const SCHEDULED_BY_ID = fixedQuery((db, value: ValuesOf<{ id: string }>) =>
	selectScheduled(db).where('scheduled.id', '=', value('id')),
);

/**
 * Reads a follow-up in order to change it. Its conversation is locked first and then it: everybody locks in this order, so
 * that nobody waits in a circle, and nobody changes a follow-up while its conversation takes in a message.
 */
export async function lockScheduled(tx: Db, id: string): Promise<ScheduledWithAddress | undefined> {
	await CONVERSATION_LOCKED.all(tx, { id });
	return await SCHEDULED_LOCKED.first(tx, { id });
}

/** Of several follow-ups all conversations come first, in the order of their numbers, as everybody locks them. */
export async function lockConversationsOf(tx: Db, ids: readonly (string | undefined)[]): Promise<void> {
	const known = ids.filter((id) => id !== undefined);
	if (known.length < 2) return;
	for (const some of partsOf(known))
		await tx
			.selectFrom('conversations')
			.select('id')
			.where('id', 'in', (of) =>
				of.selectFrom('scheduled_follow_ups').select('conversation_id').where('id', 'in', some),
			)
			.orderBy('id')
			.forNoKeyUpdate()
			.execute();
}

export const CONVERSATION_LOCKED = fixedQuery((db, value: ValuesOf<{ id: string }>) => {
	const followUp = db
		.selectFrom('scheduled_follow_ups')
		.select('conversation_id')
		.where('id', '=', value('id'));
	return db.selectFrom('conversations').select('id').where('id', '=', followUp).forNoKeyUpdate();
});

export const SCHEDULED_LOCKED = fixedQuery((db, value: ValuesOf<{ id: string }>) =>
	selectScheduled(db).where('scheduled.id', '=', value('id')).forNoKeyUpdate('scheduled'),
);
