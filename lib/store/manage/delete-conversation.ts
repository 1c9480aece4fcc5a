import { conversationKey } from '../../messaging/conversation-key.ts';
import { forgetMessages } from '../accounts/gone-messages.ts';
import type { Db } from '../database/db.ts';
import { lastSeenAt } from '../contacts/moved-number.ts';
import { forbiddingWishes } from '../conversations/wish-facts.ts';
import type { ConversationRow, ConversationsTable } from '../database/schema.ts';
import { pairKey } from '../sending/pace.ts';
import { withConversation, type ConversationToChange } from './change-conversation.ts';
import { RefusedError } from '../../messaging/refused-error.ts';

/** What was deleted of a customer. */
export interface DeletedConversation {
	key: string;
	messages: number;
	followUps: number;
	/** The customer had asked for no more messages: their IDs and that they asked are still there. */
	optOutKept: boolean;
}

/**
 * Deletes everything the store holds of a conversation, scheduled follow-ups too. What forbids messages to somebody who
 * opted out can be kept: without it a workflow that writes to a list would write to them again.
 * @throws RefusedError when it is not known, or when a message to the customer is on its way to Meta.
 */
export async function deleteConversation(
	db: Db,
	conversation: ConversationToChange,
	{ keepOptOut }: { keepOptOut: boolean },
	now: Date,
): Promise<DeletedConversation> {
	return await withConversation(db, conversation, async (tx, row) => {
		await refuseWhileSending(tx, row);
		const channel = row.channel;
		await forgetMessages(tx, await messageIdsOf(tx, row), now);
		const deleted = {
			key: conversationKey({ channel, account: row.account, contact: row.contact }),
			followUps: await deleteFollowUps(tx, row),
			messages: await deleteMessages(tx, row),
			optOutKept: keepOptOut && (row.opted_out_at ?? row.marketing_opted_out_at) !== null,
		};
		await deletePace(tx, row);
		for (const table of ['conversions', 'sent_items', 'waiting_starts', 'staff_events'] as const)
			await tx.deleteFrom(table).where('conversation_id', '=', row.id).execute();
		if (deleted.optOutKept) await keepOnlyOptOut(tx, row);
		else await deleteContact(tx, row);
		return deleted;
	});
}

/** Meta's answer would find nothing to be recorded with. */
async function refuseWhileSending(tx: Db, { id }: ConversationRow): Promise<void> {
	const sending = await tx
		.selectFrom('scheduled_follow_ups')
		.select('id')
		.where('conversation_id', '=', id)
		.where('state', '=', 'sending')
		.executeTakeFirst();
	if (!sending) return;
	throw new RefusedError(
		`A follow-up of this conversation is being sent right now (${sending.id})`,
		'Delete the conversation again in a minute. If the run that was sending has died, its follow-up is given up when its lease runs out',
		{ code: 'messageIsGoing' },
	);
}

async function deleteFollowUps(tx: Db, { id }: ConversationRow): Promise<number> {
	const own = tx.selectFrom('scheduled_follow_ups').select('id').where('conversation_id', '=', id);
	await tx
		.deleteFrom('message_costs')
		.where((cost) => cost.or([cost('conversation_id', '=', id), cost('scheduled_id', 'in', own)]))
		.execute();
	await tx.deleteFrom('audit_log').where('scheduled_id', 'in', own).execute();
	const gone = await tx
		.deleteFrom('scheduled_follow_ups')
		.where('conversation_id', '=', id)
		.executeTakeFirst();
	return Number(gone.numDeletedRows);
}

/** All that Meta may still tell something of; costs outlive their messages. */
async function messageIdsOf(tx: Db, { id }: ConversationRow): Promise<string[]> {
	const tables = ['messages', 'scheduled_follow_ups', 'message_costs', 'sent_items'] as const;
	const found: string[] = [];
	for (const table of tables) {
		const rows = await tx
			.selectFrom(table)
			.select('message_id')
			.where('conversation_id', '=', id)
			.where('message_id', 'is not', null)
			.execute();
		found.push(...rows.map(({ message_id }) => message_id as string));
	}
	return found;
}

async function deleteMessages(tx: Db, { id }: ConversationRow): Promise<number> {
	const own = tx.selectFrom('messages').select('message_id').where('conversation_id', '=', id);
	await tx.deleteFrom('message_costs').where('message_id', 'in', own).execute();
	const gone = await tx.deleteFrom('messages').where('conversation_id', '=', id).executeTakeFirst();
	return Number(gone.numDeletedRows);
}

async function deletePace(tx: Db, { id, channel, account }: ConversationRow): Promise<void> {
	const known = await tx
		.selectFrom('contact_aliases')
		.select('alias')
		.where('conversation_id', '=', id)
		.execute();
	const keys = known.map(({ alias }) => pairKey({ channel: channel, account, contact: alias }));
	await tx.deleteFrom('send_pace').where('key', 'in', keys).execute();
}

async function deleteContact(tx: Db, { id }: ConversationRow): Promise<void> {
	await tx.deleteFrom('contact_aliases').where('conversation_id', '=', id).execute();
	await tx.deleteFrom('conversations').where('id', '=', id).execute();
}

type Kept =
	| ('id' | 'channel' | 'account' | 'contact' | 'phone' | 'created_at')
	| ('opted_out_at' | 'opted_out_by' | 'marketing_opted_out_at' | 'marketing_opted_out_by' | 'wishes_json');

/** Every other column: a new one does not compile until it stands here or among those that are kept. */
const FORGOTTEN = {
	...{ username: null, name: null, opted_in_at: null, opted_in_note: null, opted_out_note: null },
	...{ last_inbound_at: null, last_inbound_id: null, window_opened_at: null, window_opened_by: null },
	...{ last_outbound_at: null, last_outbound_by: null, person_wrote_at: null, converted_at: null },
	...{ paused_at: null, paused_until: null, pause_reason: null },
	...{
		owned_by_other_since: null,
		thread_ours_at: null,
		thread_theirs_json: null,
		free_entry_at: null,
		reacted_at: null,
		profile_asked_at: null,
		owner_since: null,
	},
} satisfies Record<Exclude<keyof ConversationsTable, Kept>, null>;

async function keepOnlyOptOut(tx: Db, row: ConversationRow): Promise<void> {
	await tx
		.updateTable('conversations')
		// By its time it is told how long the number has rested when somebody else comes with it.
		.set({ ...FORGOTTEN, ...forbiddingWishes(row), created_at: lastSeenAt(row) })
		.where('id', '=', row.id)
		.execute();
}
