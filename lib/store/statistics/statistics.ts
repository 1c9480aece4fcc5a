import { Counter } from '../../statistics/count.ts';
import { checkStatisticsQuery } from '../../statistics/period.ts';
import { statisticsFrom } from '../../statistics/statistics-from.ts';
import type { Statistics, StatisticsQuery } from '../../statistics/types.ts';
import type { Db } from '../database/db.ts';
import type { Dialect } from '../database/dialect.ts';
import { currencyCosts, type FollowUpCurrencyCost } from './costs.ts';
import { followed } from './followed.ts';
import { countGroups } from './groups.ts';
import { knownFollowUps } from './known.ts';
import { modelUse, type FollowUpModelUse } from './model-use.ts';
import { scopeOf } from './scope.ts';
import { slicesOf } from './slices.ts';

/** Some 20 ms of SQLite's work each: what comes in meanwhile hardly waits, and more at once is not quicker. */
const COUNTED_AT_ONCE = 10_000;
const READ_AT_ONCE = 2_000;

/**
 * Reads and adds up everything that statistics show, slice by slice of the range: other work of the process goes on between
 * two of them, and what changes its state meanwhile may be counted twice or not at all.
 * @throws RefusedError when the query makes no sense.
 */
export async function statistics(db: Db, dialect: Dialect, query: StatisticsQuery): Promise<Statistics> {
	checkStatisticsQuery(query);
	const scope = scopeOf(query);
	const counter = new Counter(scope);
	const costs: FollowUpCurrencyCost[] = [];
	const model: FollowUpModelUse[] = [];
	for await (const slice of slicesOf(db, scope, COUNTED_AT_ONCE)) {
		const { counted, toRead } = await countGroups(db, slice);
		counter.addGroups(counted);
		if (toRead === 0) continue;
		for await (const part of toRead > READ_AT_ONCE ? slicesOf(db, slice, READ_AT_ONCE) : [slice]) {
			counter.add(await followed(db, part));
			costs.push(...(await currencyCosts(db, part)));
			model.push(...(await modelUse(db, dialect, part)));
		}
	}
	const known = await knownFollowUps(db, scope);
	return statisticsFrom(scope, { known, counted: counter.counted(), costs, model });
}
