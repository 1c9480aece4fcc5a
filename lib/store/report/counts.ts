import { sql } from 'kysely';
import type { PlainCounts } from '../../report/counted';
import { SLOT_MS } from '../../report/slots';
import type { Db } from '../db';
import { moments } from './moments';
import type { StatisticsScope } from './scope';

/** Counts of one follow-up in one slot of time. */
export interface SlotCounts extends PlainCounts {
	chatbot: string;
	followUpId: string;
	/** As the stored follow-ups call it, for what is defined no more. */
	name: string;
	colour: string | null;
	slot: number;
}

/** `sent` as a condition: with Meta for certain, whatever became of it later. */
const SENT = sql`c.accepted_at is not null and c.state <> 'unknown'`;

/** How many follow-ups came how far, by follow-up and slot. */
export async function slotCounts(db: Db, scope: StatisticsScope): Promise<SlotCounts[]> {
	const number = (condition: ReturnType<typeof sql>) =>
		sql`cast(sum(case when ${condition} then 1 else 0 end) as integer)`;
	const { rows } = await sql<SlotCounts>`
		with ${moments(scope)}
		select c.chatbot, c.follow_up as "followUpId", max(c.name) as name, max(c.colour) as colour,
			(c.at - c.at % ${sql.lit(SLOT_MS)}) / ${sql.lit(SLOT_MS)} as slot,
			cast(count(*) as integer) as planned,
			${number(sql`c.state in ('scheduled', 'claimed', 'sending')`)} as pending,
			${number(SENT)} as sent,
			${number(sql`${SENT} and (c.delivered_at is not null or c.read_at is not null)`)} as delivered,
			${number(sql`${SENT} and c.read_at is not null`)} as read,
			${number(sql`${SENT} and w.reply_ms is not null`)} as replied,
			${number(sql`${SENT} and w.converted`)} as converted,
			${number(sql`c.state = 'failed' and c.accepted_at is null`)} as refused,
			${number(sql`c.state = 'failed' and c.accepted_at is not null`)} as undelivered,
			${number(sql`c.state = 'unknown'`)} as unknown,
			${number(sql`c.state = 'ended'`)} as ended,
			${number(sql`${SENT} and c.state <> 'failed' and w.reply_ms is null and w.awaiting`)} as awaiting
		from counted as c left join watched as w on w.id = c.id
		group by c.chatbot, c.follow_up, slot`.execute(db);
	return rows;
}

/** Why follow-ups ended without a message, by follow-up and slot. */
export interface SlotReasons {
	chatbot: string;
	followUpId: string;
	slot: number;
	code: string;
	count: number;
}

export async function slotReasons(db: Db, scope: StatisticsScope): Promise<SlotReasons[]> {
	const { rows } = await sql<SlotReasons>`
		with ${moments(scope)}
		select c.chatbot, c.follow_up as "followUpId",
			(c.at - c.at % ${sql.lit(SLOT_MS)}) / ${sql.lit(SLOT_MS)} as slot,
			c.reason_code as code, cast(count(*) as integer) as count
		from counted as c where c.state = 'ended'
		group by c.chatbot, c.follow_up, slot, c.reason_code`.execute(db);
	return rows;
}

/** How long one customer took to reply. */
export interface ReplyDelay {
	chatbot: string;
	followUpId: string;
	ms: number;
}

export async function replyDelays(db: Db, scope: StatisticsScope): Promise<ReplyDelay[]> {
	const { rows } = await sql<ReplyDelay>`
		with ${moments(scope)}
		select chatbot, follow_up as "followUpId", reply_ms as ms from watched as c
		where ${SENT} and reply_ms is not null`.execute(db);
	return rows;
}
