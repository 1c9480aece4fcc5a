import { sql } from 'kysely';
import type { Scope } from '../../statistics/count.ts';
import type { CurrencyCost } from '../../statistics/types.ts';
import type { Db } from '../database/db.ts';
import { inRange } from './in-range.ts';
import { table } from '../database/tables.ts';

/** What the messages of one follow-up cost in one currency. */
export interface FollowUpCurrencyCost extends CurrencyCost {
	chatbot: string;
	followUpId: string;
}

/** Stored amounts are millionths of the currency. */
const MILLION = 1_000_000;

/** What messages cost, by follow-up and currency. A sent message without any note of its cost is an unknown one. */
export async function currencyCosts(db: Db, scope: Scope): Promise<FollowUpCurrencyCost[]> {
	const { rows } = await sql<FollowUpCurrencyCost & { low: number; high: number }>`
		select f.chatbot, f.follow_up as "followUpId", coalesce(k.currency, '') as currency,
			cast(count(*) as integer) as messages,
			cast(coalesce(sum(k.estimate_low), 0) as bigint) as low,
			cast(coalesce(sum(k.estimate_high), 0) as bigint) as high,
			cast(count(k.estimate_high) as integer) as estimated,
			cast(coalesce(sum(k.actual), 0) as bigint) as actual,
			cast(count(k.actual) as integer) as billed,
			cast(coalesce(sum(coalesce(k.actual, k.estimate_high)), 0) as bigint) as amount,
			cast(sum(case when k.actual is null and k.estimate_high is null then 1 else 0 end) as integer) as unknown
		from ${table('scheduled_follow_ups')} as f
			left join ${table('message_costs')} as k on k.message_id = f.message_id
		where ${inRange(scope)} and f.accepted_at is not null and f.state <> 'unknown'
		group by f.chatbot, f.follow_up, coalesce(k.currency, '')
		order by f.chatbot, f.follow_up, coalesce(k.currency, '')`.execute(db);
	return rows.map(({ low, high, ...row }) => ({
		...row,
		estimate: { low: low / MILLION, high: high / MILLION },
		actual: row.actual / MILLION,
		amount: row.amount / MILLION,
	}));
}
