import { sql } from 'kysely';
import type { ComparisonCounts } from '../../report/compare';
import type { Db } from '../db';
import { moments } from './moments';
import type { StatisticsScope } from './scope';

interface Row {
	chatbot: string;
	since: number | null;
	heldOut: number | boolean;
	conversations: number;
	watchedForReply: number;
	replied: number;
	watchedForConversion: number;
	converted: number;
}

const NOBODY = { conversations: 0, watchedForReply: 0, replied: 0, watchedForConversion: 0, converted: 0 };

/**
 * Those who got a follow-up and those held out, chatbot by chatbot. Each conversation counts once, by its first follow-up
 * from the first held-out one on: later ones of those who got one are only for who did not answer the first, and several
 * of one customer are not several customers.
 */
export async function comparisonCounts(db: Db, scope: StatisticsScope): Promise<ComparisonCounts[]> {
	const number = (condition: ReturnType<typeof sql>) =>
		sql`cast(sum(case when ${condition} then 1 else 0 end) as integer)`;
	const { rows } = await sql<Row>`
		with ${moments(scope)},
		dated as (
			select w.*, min(case when w.held_out then w.at end) over (partition by w.chatbot) as since from watched as w
		),
		ranked as (
			select d.*, row_number() over (partition by d.chatbot, d.conversation_id order by d.at, d.id) as place
			from dated as d where d.since is null or d.at >= d.since
		)
		select chatbot, since, held_out as "heldOut", cast(count(*) as integer) as conversations,
			${number(sql`not watching`)} as "watchedForReply",
			${number(sql`not watching and reply_ms is not null`)} as replied,
			${number(sql`not converting`)} as "watchedForConversion",
			${number(sql`not converting and converted`)} as converted
		from ranked where place = 1 group by chatbot, since, held_out order by chatbot`.execute(db);
	const chatbots = [...new Set(rows.map(({ chatbot }) => chatbot))];
	return chatbots.map((chatbot) => {
		const own = rows.filter((row) => row.chatbot === chatbot);
		const since = own[0]?.since ?? null;
		return {
			chatbot,
			...(since === null ? {} : { comparedFrom: new Date(since).toISOString() }),
			sent: armOf(own.find(({ heldOut }) => !heldOut)),
			heldOut: armOf(own.find(({ heldOut }) => heldOut)),
		};
	});
}

function armOf(row: Row | undefined) {
	if (!row) return NOBODY;
	const { conversations, watchedForReply, replied, watchedForConversion, converted } = row;
	return { conversations, watchedForReply, replied, watchedForConversion, converted };
}
