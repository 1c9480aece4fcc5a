import { Counter } from '../../statistics/count.ts';
import { checkStatisticsQuery } from '../../statistics/period.ts';
import { statisticsFrom } from '../../statistics/statistics-from.ts';
import type { Statistics, StatisticsQuery } from '../../statistics/types.ts';
import type { Db } from '../database/db.ts';
import type { Dialect } from '../database/dialect.ts';
import { currencyCosts, type FollowUpCurrencyCost } from './costs.ts';
import { followed } from './followed.ts';
import { knownFollowUps } from './known.ts';
import { modelUse, type FollowUpModelUse } from './model-use.ts';
import { scopeOf } from './scope.ts';
import { slicesOf } from './slices.ts';

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
	for await (const slice of slicesOf(db, scope)) {
		counter.add(await followed(db, slice));
		costs.push(...(await currencyCosts(db, slice)));
		model.push(...(await modelUse(db, dialect, slice)));
	}
	const known = await knownFollowUps(db, scope);
	return statisticsFrom(scope, { known, counted: counter.counted(), costs, model });
}
