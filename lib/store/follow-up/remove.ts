import type { Now } from '../database/now.ts';
import type { Store } from '../store.ts';
import { endScheduled } from './end-scheduled.ts';

/** Deletes a follow-up that is kept in the store and ends what is scheduled of it. Undefined: it is not there any more. */
export async function removeFollowUp(
	store: Pick<Store, 'removeKept' | 'endSwitchedOff'>,
	chatbot: string,
	id: string,
	now: Now,
): Promise<{ name: string; ended: number } | undefined> {
	const removed = await store.removeKept(chatbot, id, now);
	return removed && { name: removed.name, ended: await endScheduled(store, chatbot, id, now) };
}
