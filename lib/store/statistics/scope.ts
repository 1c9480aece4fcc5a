import type { Scope } from '../../statistics/count.ts';
import type { StatisticsQuery } from '../../statistics/types.ts';

/** The query with its defaults filled in. */
export function scopeOf(query: StatisticsQuery): Scope {
	const { replyHours = 72, conversionDays = 7, detectableDifference = 0.1 } = query;
	return { ...query, replyHours, conversionDays, detectableDifference };
}
