import type { Contact } from '../../messaging/messaging-event.ts';
import type { ConversationWithHistory } from '../../messaging/conversation.ts';
import type { Db } from '../database/db.ts';
import { addressesOf, lockConversation } from '../conversations/find.ts';
import { conversationsWithHistory } from '../conversations/facts.ts';
import { namedByPeople } from '../contacts/named-by-people.ts';
import { UnitOfWork } from '../contacts/unit-of-work.ts';
import type { ConversationChanges, ConversationRow } from '../database/schema.ts';
import { RefusedError } from '../../messaging/refused-error.ts';
import type { ChangedConversation } from './types.ts';

/** A conversation by its key; what is known of the contact besides, for one that has to be made. */
export interface ConversationToChange {
	key: string;
	contact?: Partial<Contact>;
}

/** What a change writes into the conversation, and what it brings about besides. */
export interface Change extends Partial<Omit<ChangedConversation, 'conversation'>> {
	columns?: ConversationChanges;
}

/**
 * Works on a conversation that nobody else changes meanwhile.
 * @throws RefusedError when it is not known.
 */
export async function withConversation<T>(
	db: Db,
	{ key }: ConversationToChange,
	work: (tx: Db, row: ConversationRow) => Promise<T>,
): Promise<T> {
	return await db.transaction().execute(async (tx) => {
		const row = await lockConversation(tx, key);
		if (!row) throw unknownConversation(key);
		return await work(tx, row);
	});
}

/**
 * Changes a conversation that nobody else changes meanwhile.
 * @throws RefusedError when it is not known.
 */
export async function changeConversation(
	db: Db,
	conversation: ConversationToChange,
	work: (tx: Db, row: ConversationRow) => Promise<Change>,
): Promise<ChangedConversation> {
	return await withConversation(db, conversation, async (tx, row) => await applied(tx, row, work));
}

/** The same for a contact who may not have written yet: the conversation is made if there is none, and a note says so. */
export async function changeOrMakeConversation(
	db: Db,
	{ key, contact }: ConversationToChange,
	now: Date,
	work: (tx: Db, row: ConversationRow) => Promise<Change>,
): Promise<ChangedConversation> {
	return await db.transaction().execute(async (tx) => {
		const known = await lockConversation(tx, key);
		if (known) return await applied(tx, known, work);
		const unit = new UnitOfWork(tx, now);
		const made = await namedByPeople(tx, unit, key, contact ?? {}, now);
		await unit.save();
		return { ...(await applied(tx, made, work)), note: `${lookedFor(key)}; it is kept for when they write` };
	});
}

async function applied(
	tx: Db,
	row: ConversationRow,
	work: (tx: Db, row: ConversationRow) => Promise<Change>,
): Promise<ChangedConversation> {
	const { columns, ...done } = await work(tx, row);
	if (columns) await tx.updateTable('conversations').set(columns).where('id', '=', row.id).execute();
	return {
		conversation: await conversationNow(tx, row.id),
		...{ changed: true, ended: 0, moved: 0 },
		...done,
	};
}

async function conversationNow(tx: Db, id: number): Promise<ConversationWithHistory> {
	const row = await tx.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
	return (await conversationsWithHistory(tx, [row]))[0] as ConversationWithHistory;
}

/** The same words for everything that needs a conversation which is there. */
export function unknownConversation(key: string): RefusedError {
	return new RefusedError(
		lookedFor(key),
		'A conversation is there once the Meta Messaging Trigger has recorded a message of the customer. Conversation: Get Many finds it by name or phone number; a number is written with country code. Also check that Store is the same in all nodes.',
		{ code: 'noConversation' },
	);
}

function lookedFor(key: string): string {
	const [, ...others] = addressesOf(key).map(({ contact }) => contact);
	const writings = others.length > 0 ? `, nor with the number written ${others.join(' or ')}` : '';
	return `There is no conversation "${key}" in the follow-up store${writings}`;
}
