import type { Statistics, StatisticsQuery } from '../../statistics/types.ts';
import type { Db } from '../database/db.ts';
import type { Dialect } from '../database/dialect.ts';
import { stateCounts, type StateCount } from './state-counts.ts';
import { statistics } from './statistics.ts';

/** What statistics and the dashboard read; nothing here changes the store. */
export interface ReportStore {
	/** How many follow-ups are in each state, by chatbot and follow-up. */
	stateCounts(chatbot?: string): Promise<StateCount[]>;
	/** What became of the follow-ups of a range, as docs/statistics.md defines it. */
	statistics(query: StatisticsQuery): Promise<Statistics>;
}

export function reportStore(db: Db, dialect: Dialect): ReportStore {
	return {
		stateCounts: async (chatbot) => await stateCounts(db, chatbot),
		statistics: async (query) => await statistics(db, dialect, query),
	};
}

export type { StateCount };
