import type { ConversationFilter, ScheduledFilter } from '../../store/manage/types.ts';
import type { DashboardQuery } from '../query.ts';

/** What a list of follow-ups is narrowed to. */
export function listFilter(query: DashboardQuery): ScheduledFilter {
	const { chatbot, followUp, colour, platform, conversation, search, state, view } = query;
	return {
		...{ chatbot, followUp, colour, platform, conversation, contact: search },
		...(view === 'log' && state ? { states: [state] } : {}),
		...(view === 'log' && query.deadLetters ? { deadLetters: true } : {}),
	};
}

/** What the list of conversations is narrowed to. */
export function peopleFilter({ platform, search }: DashboardQuery): ConversationFilter {
	return { platform, contact: search };
}
