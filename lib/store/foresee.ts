import type { Foresight } from '../follow-up/types';
import type { Db } from './db';

/** Keeps what a model said ahead, with those that still wait for their time, or came due and are put off. */
export async function foresee(db: Db, foresights: Foresight[]): Promise<void> {
	for (const { scheduledId, foreseen } of foresights) {
		await db
			.updateTable('scheduled_follow_ups')
			.set({ foreseen_json: JSON.stringify(foreseen) })
			.where('id', '=', scheduledId)
			.where('state', 'in', ['scheduled', 'claimed'])
			.execute();
	}
}
