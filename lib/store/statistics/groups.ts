import { sql } from 'kysely';
import type { Scope } from '../../statistics/count.ts';
import type { CountedGroup } from '../../statistics/followed.ts';
import type { Db } from '../database/db.ts';
import { COUNTED_AT, inRange, IS_WATCHED, MAY_HAVE_DECISIONS } from './in-range.ts';
import { table } from '../database/tables.ts';

/** Days begin, in every time zone of our time, at a quarter of an hour of UTC. */
const QUARTER_MS = sql.lit(15 * 60_000);

export interface Groups {
	/** Follow-ups of which nothing is asked but how many there are. */
	counted: CountedGroup[];
	/** How many there are besides, that have to be read one by one. */
	toRead: number;
}

/**
 * Counts follow-ups where they are: those that never went out are most of them, and reading a million took 5 to 12 s
 * (bench:store, 2026-11-29).
 */
export async function countGroups(db: Db, scope: Scope): Promise<Groups> {
	const { rows } = await sql<CountedGroup & { watched: number; decided: number }>`
		select f.chatbot, f.follow_up as "followUpId", f.state, f.reason_code as "reasonCode",
			${COUNTED_AT} - ${COUNTED_AT} % ${QUARTER_MS} as at, cast(count(*) as integer) as count,
			cast(sum(case when ${IS_WATCHED} then 1 else 0 end) as integer) as watched,
			cast(sum(case when ${MAY_HAVE_DECISIONS} then 1 else 0 end) as integer) as decided
		from ${table('scheduled_follow_ups')} as f where ${inRange(scope)}
		group by f.chatbot, f.follow_up, f.state, f.reason_code, ${COUNTED_AT} - ${COUNTED_AT} % ${QUARTER_MS}`.execute(
		db,
	);
	const counted = rows
		.map(({ watched, decided: _decided, count, ...row }) => ({ ...row, count: count - watched }))
		.filter(({ count }) => count > 0);
	return { counted, toRead: rows.reduce((sum, { watched, decided }) => sum + watched + decided, 0) };
}
