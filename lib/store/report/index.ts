import type { Db } from '../db';
import { stateCounts, type StateCount } from './state-counts';

/** What statistics and the dashboard read; nothing here changes the store. */
export interface ReportStore {
	/** How many follow-ups are in each state, by chatbot and follow-up. */
	stateCounts(chatbot?: string): Promise<StateCount[]>;
}

export function reportStore(db: Db): ReportStore {
	return {
		stateCounts: async (chatbot) => await stateCounts(db, chatbot),
	};
}

export type { StateCount };
