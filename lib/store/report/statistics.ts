import { statisticsFrom } from '../../report/statistics-from';
import type { Statistics, StatisticsQuery } from '../../report/types';
import type { Db } from '../db';
import type { Dialect } from '../dialect';
import { comparisonCounts } from './arms';
import { currencyCosts } from './costs';
import { replyDelays, slotCounts, slotReasons } from './counts';
import { definedFollowUps } from './defined';
import { modelUse } from './model-use';
import { scopeOf } from './scope';

/** Reads and adds up everything that statistics show. A handful of queries, however many follow-ups there are. */
export async function statistics(db: Db, dialect: Dialect, query: StatisticsQuery): Promise<Statistics> {
	const scope = scopeOf(query);
	return statisticsFrom(scope, {
		defined: await definedFollowUps(db, scope),
		counts: await slotCounts(db, scope),
		reasons: await slotReasons(db, scope),
		delays: await replyDelays(db, scope),
		comparisons: await comparisonCounts(db, scope),
		costs: await currencyCosts(db, scope),
		model: await modelUse(db, dialect, scope),
	});
}
