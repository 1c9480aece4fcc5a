import type { PrefetchedDecision } from '../../follow-up/types.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import { NOT_YET_SENDING } from '../database/state-conditions.ts';

const KEEP = fixedQuery((db, value: ValuesOf<{ id: string; prefetched: string }>) =>
	db
		.updateTable('scheduled_follow_ups')
		.set({ foreseen_json: value('prefetched') })
		.where('id', '=', value('id'))
		.where(NOT_YET_SENDING),
);

/** Keeps what a model said ahead, with those that still wait for their time, or came due and are put off. */
export async function keepPrefetched(db: Db, decisions: PrefetchedDecision[]): Promise<void> {
	for (const { scheduledId, prefetched } of decisions)
		await KEEP.run(db, { id: scheduledId, prefetched: JSON.stringify(prefetched) });
}
