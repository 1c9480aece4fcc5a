import type { Foresight } from '../../follow-up/types.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import { NOT_YET_SENDING } from '../database/state-conditions.ts';

const FORESEE = fixedQuery((db, value: ValuesOf<{ id: string; foreseen: string }>) =>
	db
		.updateTable('scheduled_follow_ups')
		.set({ foreseen_json: value('foreseen') })
		.where('id', '=', value('id'))
		.where(NOT_YET_SENDING),
);

/** Keeps what a model said ahead, with those that still wait for their time, or came due and are put off. */
export async function foresee(db: Db, foresights: Foresight[]): Promise<void> {
	for (const { scheduledId, foreseen } of foresights)
		await FORESEE.run(db, { id: scheduledId, foreseen: JSON.stringify(foreseen) });
}
