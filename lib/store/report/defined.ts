import type { Db } from '../db';
import type { StatisticsScope } from './scope';

/** A follow-up as it is defined now. */
export interface DefinedFollowUp {
	chatbot: string;
	followUpId: string;
	name: string;
	colour: string | null;
}

/** The follow-ups that are defined now, in the order of their chatbots' lists: also those that nothing is counted for. */
export async function definedFollowUps(
	db: Db,
	{ chatbot, followUpId }: StatisticsScope,
): Promise<DefinedFollowUp[]> {
	let query = db
		.selectFrom('follow_up_definitions')
		.select(['chatbot', 'follow_up as followUpId', 'name', 'colour'])
		.where('removed_at', 'is', null)
		.orderBy('chatbot')
		.orderBy('position');
	if (chatbot !== undefined) query = query.where('chatbot', '=', chatbot);
	if (followUpId !== undefined) query = query.where('follow_up', '=', followUpId);
	return await query.execute();
}
