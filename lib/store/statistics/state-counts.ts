import type { FollowUpState } from '../../follow-up/lifecycle.ts';
import type { Db } from '../database/db.ts';

export interface StateCount {
	chatbot: string;
	followUpId: string;
	state: FollowUpState;
	count: number;
}

/** How many follow-ups are in each state, by chatbot and follow-up. */
export async function stateCounts(db: Db, chatbot?: string): Promise<StateCount[]> {
	let query = db
		.selectFrom('scheduled_follow_ups')
		.select(['chatbot', 'follow_up as followUpId', 'state'])
		.select((row) => row.fn.countAll<number>().as('count'))
		.groupBy(['chatbot', 'follow_up', 'state'])
		.orderBy('chatbot')
		.orderBy('follow_up')
		.orderBy('state');
	if (chatbot !== undefined) query = query.where('chatbot', '=', chatbot);
	const rows = await query.execute();
	return rows.map((row) => ({ ...row, state: row.state, count: Number(row.count) }));
}
