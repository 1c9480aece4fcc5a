import type { ReasonCode } from '../../../follow-up/reasons/index.ts';
import { sql, type RawBuilder } from 'kysely';
import { isLive } from '../../../follow-up/lifecycle.ts';
import type { Contact } from '../../../messaging/messaging-event.ts';
import type { Db } from '../../database/db.ts';
import { findConversation } from '../../conversations/find.ts';
import { scheduledFrom } from '../../queue/scheduled-row.ts';
import { type ScheduledWithAddress } from '../../queue/scheduled-row.ts';
import type { ConversationRow } from '../../database/schema.ts';
import { contactMatches } from '../../conversations/contact-search.ts';
import { DEAD_LETTER, halfOf } from '../../database/state-conditions.ts';
import { readCursor } from '../paging.ts';
import type { PageOptions, ScheduledFilter, ScheduledWithCustomer } from '../types.ts';

/** When something was sent or ended, written as the index of the activity has it. */
export const ACTIVITY_AT = sql<number>`coalesce(accepted_at, ended_at, updated_at)`;

export type ScheduledListRow = ScheduledWithAddress &
	Pick<ConversationRow, 'phone' | 'username' | 'name'> & { customer_name: string | null };

/** Scheduled follow-ups that fit a filter, with their conversation; nothing selected and in no order yet. */
export async function scheduledThatFit(db: Db, filter: ScheduledFilter, time: RawBuilder<number>) {
	let query = db
		.selectFrom('scheduled_follow_ups as scheduled')
		.innerJoin('conversations as conversation', 'conversation.id', 'scheduled.conversation_id');
	const { ids, chatbot, followUp, colour, platform, account, states, reasonCode, contact } = filter;
	if (ids !== undefined) query = query.where('scheduled.id', 'in', ids);
	if (chatbot !== undefined) query = query.where('scheduled.chatbot', '=', chatbot);
	if (followUp !== undefined)
		query = query.where((where) =>
			where.or([where('scheduled.follow_up', '=', followUp), where('scheduled.name', '=', followUp)]),
		);
	if (colour !== undefined) query = query.where('scheduled.colour', '=', colour);
	if (platform !== undefined) query = query.where('conversation.channel', '=', platform);
	if (account !== undefined) query = query.where('conversation.account', '=', account);
	if (reasonCode !== undefined) query = query.where('scheduled.reason_code', '=', reasonCode as ReasonCode);
	if (filter.deadLetters) query = query.where(DEAD_LETTER);
	if (contact !== undefined && contact.trim() !== '')
		query = query.where('scheduled.conversation_id', 'in', (where) =>
			where
				.selectFrom('conversations as conversation')
				.select('conversation.id')
				.where(contactMatches(contact)),
		);
	if (filter.from !== undefined) query = query.where(time, '>=', filter.from.getTime());
	if (filter.until !== undefined) query = query.where(time, '<', filter.until.getTime());
	if (states !== undefined) {
		query = query.where('scheduled.state', 'in', states);
		const half = halfOf(states);
		if (half) query = query.where(half);
	}
	if (filter.conversation !== undefined) {
		const found = await findConversation(db, filter.conversation);
		query = query.where('scheduled.conversation_id', '=', found?.id ?? NOBODY);
	}
	return query;
}

/** No conversation has this ID. */
const NOBODY = -1;

type FittingRows = Awaited<ReturnType<typeof scheduledThatFit>>;

/** One row more than the page holds, sorted by the time. */
export async function pageRows(
	query: FittingRows,
	time: RawBuilder<number>,
	direction: 'asc' | 'desc',
	{ limit, after, offset }: PageOptions,
): Promise<(ScheduledListRow & { sorted_by: number })[]> {
	let page = query
		.selectAll('scheduled')
		.select(['conversation.channel', 'conversation.account', 'conversation.contact'])
		.select(['conversation.phone', 'conversation.username', 'conversation.name as customer_name'])
		.select(time.as('sorted_by'))
		.orderBy(time, direction)
		.orderBy('scheduled.id', direction)
		.limit(limit + 1);
	if (offset !== undefined && offset > 0) page = page.offset(offset);
	if (after !== undefined) {
		const cursor = readCursor(after);
		const beyond = direction === 'asc' ? sql`>` : sql`<`;
		page = page.where(sql<boolean>`(${time}, scheduled.id) ${beyond} (${cursor.at}, ${cursor.id})`);
	}
	return (await page.execute()) as (ScheduledListRow & { sorted_by: number })[];
}

export async function countRows(query: FittingRows): Promise<number> {
	const { count } = await query
		.select((row) => row.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** A row as users read it. */
export function withCustomer(row: ScheduledListRow): ScheduledWithCustomer {
	const { lease: _lease, ...followUp } = scheduledFrom(row);
	const at = isLive(row.state) ? null : (row.accepted_at ?? row.ended_at ?? row.updated_at);
	const customer: Contact = {
		id: row.contact,
		...(row.phone === null ? {} : { phone: row.phone }),
		...(row.username === null ? {} : { username: row.username }),
		...(row.customer_name === null ? {} : { name: row.customer_name }),
	};
	return { ...followUp, customer, ...(at === null ? {} : { at: new Date(at).toISOString() }) };
}
