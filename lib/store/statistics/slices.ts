import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Scope } from '../../statistics/count.ts';
import type { Db } from '../database/db.ts';
import { COUNTED_AT, inTime } from './in-range.ts';
import { table } from '../database/tables.ts';

/**
 * Cuts the range of a scope into parts with at most so many follow-ups each, in order. More lie in one part only if they
 * count at the same millisecond. Those of other chatbots count too: they have to be passed over.
 */
export async function* slicesOf(db: Db, scope: Scope, size: number): AsyncGenerator<Scope> {
	let { from } = scope;
	while (from < scope.to) {
		const to = await endOfSlice(db, { ...scope, from }, size);
		yield { ...scope, from, to };
		from = to;
		// SQLite works within n8n's own thread: in one go a million follow-ups kept it for eight seconds (bench:store).
		await breathe();
	}
}

async function endOfSlice(db: Db, scope: Scope, size: number): Promise<Date> {
	const { rows } = await sql<{ at: number }>`
		select ${COUNTED_AT} as at from ${table('scheduled_follow_ups')} as f
		where ${inTime(scope)} order by ${COUNTED_AT} limit 1 offset ${sql.lit(size)}`.execute(db);
	const next = rows[0]?.at;
	if (next === undefined) return scope.to;
	return new Date(Math.max(next, scope.from.getTime() + 1));
}
