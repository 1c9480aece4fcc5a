import { Counter } from '../../report/count';
import { checkStatisticsQuery } from '../../report/period';
import { statisticsFrom } from '../../report/statistics-from';
import type { Statistics, StatisticsQuery } from '../../report/types';
import type { Db } from '../db';
import type { Dialect } from '../dialect';
import { currencyCosts, type FollowUpCurrencyCost } from './costs';
import { followed } from './followed';
import { knownFollowUps } from './known';
import { modelUse, type FollowUpModelUse } from './model-use';
import { scopeOf } from './scope';
import { slicesOf } from './slices';

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
