import type { StatisticsQuery } from '../../report/types';

/** Which follow-ups are counted, and how; nothing left open. */
export type StatisticsScope = StatisticsQuery &
	Required<Pick<StatisticsQuery, 'replyHours' | 'conversionDays' | 'detectableDifference'>>;

/** The query with its defaults filled in. */
export function scopeOf(query: StatisticsQuery): StatisticsScope {
	const { replyHours = 72, conversionDays = 7, detectableDifference = 0.1 } = query;
	return { ...query, replyHours, conversionDays, detectableDifference };
}
