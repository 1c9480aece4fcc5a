import { count } from '../../report/count';
import { checkStatisticsQuery } from '../../report/period';
import { statisticsFrom } from '../../report/statistics-from';
import type { Statistics, StatisticsQuery } from '../../report/types';
import type { Db } from '../db';
import type { Dialect } from '../dialect';
import { currencyCosts } from './costs';
import { firstHeldOut, followed } from './followed';
import { knownFollowUps } from './known';
import { modelUse } from './model-use';
import { scopeOf } from './scope';

/**
 * Reads and adds up everything that statistics show, by a handful of queries.
 * @throws RefusedError when the query makes no sense.
 */
export async function statistics(db: Db, dialect: Dialect, query: StatisticsQuery): Promise<Statistics> {
	checkStatisticsQuery(query);
	const scope = scopeOf(query);
	return statisticsFrom(scope, {
		known: await knownFollowUps(db, scope),
		counted: await count(scope, followed(db, scope), await firstHeldOut(db, scope)),
		costs: await currencyCosts(db, scope),
		model: await modelUse(db, dialect, scope),
	});
}
