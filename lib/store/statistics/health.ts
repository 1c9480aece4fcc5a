import { GONE } from '../accounts/gone-messages.ts';
import { sql } from 'kysely';
import type { Spent } from '../accounts/costs.ts';
import type { Db } from '../database/db.ts';
import { LIVE } from '../database/state-conditions.ts';

/** Due follow-ups of a chatbot that nobody has collected for several looks of its Follow-Up Due Trigger. */
export interface Uncollected {
	chatbot: string;
	count: number;
	/** When the oldest of them came due. */
	since: string;
	/** When a Follow-Up Due Trigger last said that it looks; missing when none does. */
	lookedAt?: string;
}

/** So many looks without a result are no accident. */
const LOOKS = 3;
/** A trigger that never said how often it looks; and the least for one that did, so that a busy minute alarms nobody. */
const LEAST_MS = 5 * 60_000;
/** A day's worth of looks of a rare trigger is never waited for. */
const MOST_MS = 6 * 3_600_000;

/** The chatbots for which something is due that nobody collects. */
export async function uncollected(db: Db, now: Date): Promise<Uncollected[]> {
	const due = await db
		.selectFrom('scheduled_follow_ups as scheduled')
		.leftJoin('due_triggers as looks', 'looks.chatbot', 'scheduled.chatbot')
		.select(['scheduled.chatbot', 'looks.every_ms', 'looks.wait_ms', 'looks.updated_at'])
		.select('looks.closed_at')
		.select((row) => [row.fn.min('scheduled.due_at').as('since'), row.fn.countAll<number>().as('count')])
		.where(LIVE)
		.where('state', '=', sql.lit('scheduled'))
		.where('due_at', '<', now.getTime() - LEAST_MS)
		.groupBy(['scheduled.chatbot', 'looks.every_ms', 'looks.wait_ms', 'looks.updated_at', 'looks.closed_at'])
		.execute();
	return due
		.filter(({ since, every_ms, wait_ms }) => {
			const patience = Math.min(MOST_MS, LOOKS * (every_ms ?? 0) + (wait_ms ?? 0));
			return now.getTime() - Number(since) > Math.max(LEAST_MS, patience);
		})
		.map(({ chatbot, since, count, updated_at, closed_at }) => ({
			...{ chatbot, count: Number(count), since: new Date(Number(since)).toISOString() },
			...(updated_at === null || closed_at !== null ? {} : { lookedAt: new Date(updated_at).toISOString() }),
		}));
}

/**
 * When Meta last delivered something new; undefined if it is longer ago than repeated deliveries are known by. The messages of
 * deleted customers are marked there too, and dated ahead.
 */
export async function lastDeliveryAt(db: Db, now: Date): Promise<string | undefined> {
	const row = await db
		.selectFrom('seen_events')
		.select('seen_at')
		.where('seen_at', '<=', now.getTime())
		.where('id', 'not like', `${GONE}%`)
		.orderBy('seen_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row && new Date(Number(row.seen_at)).toISOString();
}

const MILLION = 1_000_000;

/** What all accounts together have spent since a moment, by currency. */
export async function spentByCurrency(db: Db, since: Date): Promise<Spent[]> {
	const rows = await db
		.selectFrom('message_costs')
		.select('currency')
		.select((row) => [
			row.fn.countAll<number>().as('messages'),
			sql<number>`sum(coalesce(actual, estimate_high, 0))`.as('amount'),
			sql<number>`sum(case when actual is null and estimate_high is null then 1 else 0 end)`.as('unknown'),
		])
		.where('at', '>=', since.getTime())
		.groupBy('currency')
		.orderBy('currency')
		.execute();
	return rows.map(({ currency, messages, amount, unknown }) => ({
		...{ currency, messages: Number(messages), unknown: Number(unknown) },
		amount: Number(amount) / MILLION,
	}));
}
