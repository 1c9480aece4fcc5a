import { sql } from 'kysely';
import { CHANNELS } from '../../messaging/channel.ts';
import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import type { Db } from '../database/db.ts';
import type { ConversationWithHistory } from '../../messaging/conversation.ts';
import { conversationsWithHistory } from '../conversations/facts.ts';
import type { ConversationRow } from '../database/schema.ts';
import { contactMatches } from '../conversations/contact-search.ts';
import { LIVE } from '../database/state-conditions.ts';
import { pageOf, readCursor } from './paging.ts';
import type {
	ConversationFilter,
	ConversationStatus,
	ListedConversation,
	Page,
	PageOptions,
} from './types.ts';

/** When a customer last wrote; somebody whom only the business wrote to stands where the conversation began. */
const LAST_WRITTEN = sql<number>`coalesce(conversation.last_inbound_at, conversation.created_at)`;

/** Conversations, those in which the customer wrote last at the top. */
export async function listConversations(
	db: Db,
	filter: ConversationFilter,
	page: PageOptions,
	now: Date,
): Promise<Page<ListedConversation>> {
	const fitting = conversationsThatFit(db, filter, now);
	const cursor = page.after === undefined ? undefined : readCursor(page.after);
	const total = cursor?.total ?? (await countOf(fitting));
	let query = fitting
		.selectAll('conversation')
		.select(LAST_WRITTEN.as('sorted_by'))
		.orderBy(LAST_WRITTEN, 'desc')
		.orderBy('conversation.id', 'desc')
		.limit(page.limit + 1);
	if (page.offset !== undefined && page.offset > 0) query = query.offset(page.offset);
	if (cursor)
		query = query.where(sql<boolean>`(${LAST_WRITTEN}, conversation.id) < (${cursor.at}, ${cursor.id})`);
	const rows = await query.execute();
	const shown = rows.slice(0, page.limit).map(({ sorted_by: _sortedBy, ...row }) => row);
	const facts = await listed(db, shown);
	return pageOf(
		rows,
		page.limit,
		total,
		(row) => ({ at: row.sorted_by, id: row.id }),
		(row) => facts.get(row.id) as ListedConversation,
	);
}

async function countOf(fitting: ReturnType<typeof conversationsThatFit>): Promise<number> {
	const { count } = await fitting
		.select((row) => row.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}

function conversationsThatFit(db: Db, filter: ConversationFilter, now: Date) {
	let query = db.selectFrom('conversations as conversation');
	const { platform, account, contact, status, chatbot, from, until } = filter;
	if (platform !== undefined) query = query.where('conversation.channel', '=', platform);
	if (account !== undefined) query = query.where('conversation.account', '=', account);
	if (contact !== undefined && contact.trim() !== '') query = query.where(contactMatches(contact));
	if (status !== undefined) query = query.where(inStatus(status, now));
	if (from !== undefined) query = query.where(LAST_WRITTEN, '>=', from.getTime());
	if (until !== undefined) query = query.where(LAST_WRITTEN, '<', until.getTime());
	if (chatbot !== undefined)
		query = query.where((where) =>
			where.exists(
				where
					.selectFrom('scheduled_follow_ups')
					.select('scheduled_follow_ups.id')
					.whereRef('scheduled_follow_ups.conversation_id', '=', 'conversation.id')
					.where('scheduled_follow_ups.chatbot', '=', chatbot)
					.where(LIVE),
			),
		);
	return query;
}

function inStatus(status: ConversationStatus, now: Date) {
	const time = now.getTime();
	switch (status) {
		case 'converted':
			return sql<boolean>`conversation.converted_at is not null`;
		case 'marketingOptedOut':
			return sql<boolean>`conversation.marketing_opted_out_at is not null`;
		case 'optedOut':
			return sql<boolean>`conversation.opted_out_at is not null`;
		case 'ownedByOther':
			return sql<boolean>`conversation.owned_by_other_since is not null`;
		case 'paused':
			return sql<boolean>`conversation.paused_at is not null
				and (conversation.paused_until is null or conversation.paused_until > ${time})`;
		case 'windowOpen':
			return sql<boolean>`(${sql.join(
				CHANNELS.map(
					(channel) => sql`(conversation.channel = ${channel}
						and conversation.window_opened_at > ${time - CHANNEL_FACTS[channel].windowMs})`,
				),
				sql` or `,
			)})`;
	}
}

/** The conversations as users read them, by their row's ID. */
async function listed(db: Db, rows: ConversationRow[]): Promise<Map<number, ListedConversation>> {
	if (rows.length === 0) return new Map();
	const facts = await conversationsWithHistory(db, rows);
	const live = await db
		.selectFrom('scheduled_follow_ups')
		.select('conversation_id')
		.select((row) => [row.fn.countAll<number>().as('count'), row.fn.min('due_at').as('next_due_at')])
		.where(
			'conversation_id',
			'in',
			rows.map(({ id }) => id),
		)
		.where(LIVE)
		.groupBy('conversation_id')
		.execute();
	const counts = new Map(live.map((row) => [row.conversation_id, row]));
	return new Map(
		rows.map(({ id }, index) => {
			const count = counts.get(id);
			return [
				id,
				{
					...(facts[index] as ConversationWithHistory),
					scheduled: Number(count?.count ?? 0),
					...(count ? { nextDueAt: new Date(Number(count.next_due_at)).toISOString() } : {}),
				},
			];
		}),
	);
}
