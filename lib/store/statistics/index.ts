import type { Statistics, StatisticsQuery } from '../../statistics/types.ts';
import type { Spent } from '../accounts/costs.ts';
import type { Db } from '../database/db.ts';
import type { Dialect } from '../database/dialect.ts';
import { lastDeliveryAt, spentByCurrency, uncollected, type Uncollected } from './health.ts';
import { stateCounts, type StateCount } from './state-counts.ts';
import { statistics } from './statistics.ts';

/** What statistics and the dashboard read; nothing here changes the store. */
export interface ReportStore {
	/** How many follow-ups are in each state, by chatbot and follow-up. */
	stateCounts(chatbot?: string): Promise<StateCount[]>;
	/** What became of the follow-ups of a range, as docs/statistics.md defines it. */
	statistics(query: StatisticsQuery): Promise<Statistics>;
	/** The chatbots for which something is due that nobody has collected for several looks. */
	uncollected(now: Date): Promise<Uncollected[]>;
	/** When Meta last delivered something new; undefined if that is days ago. */
	lastDeliveryAt(now: Date): Promise<string | undefined>;
	/** What all accounts have spent since a moment, by currency. */
	spentByCurrency(since: Date): Promise<Spent[]>;
}

export function reportStore(db: Db, dialect: Dialect): ReportStore {
	return {
		stateCounts: async (chatbot) => await stateCounts(db, chatbot),
		statistics: async (query) => await statistics(db, dialect, query),
		uncollected: async (now) => await uncollected(db, now),
		lastDeliveryAt: async (now) => await lastDeliveryAt(db, now),
		spentByCurrency: async (since) => await spentByCurrency(db, since),
	};
}

export type { StateCount, Uncollected };
