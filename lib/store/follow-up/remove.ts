import type { Now } from '../database/now.ts';
import type { Store } from '../store.ts';

/**
 * Deletes a follow-up that is kept in the store and ends what is scheduled of it, batch by batch, so that messages that come
 * in meanwhile do not wait. Undefined: it is not there any more.
 */
export async function removeFollowUp(
	store: Pick<Store, 'removeKept' | 'endSwitchedOff'>,
	chatbot: string,
	id: string,
	now: Now,
): Promise<{ name: string; ended: number } | undefined> {
	const removed = await store.removeKept(chatbot, id, now);
	if (!removed) return undefined;
	for (let ended = 0; ; ) {
		const batch = await store.endSwitchedOff(chatbot, id, now);
		ended += batch.ended;
		if (batch.done) return { name: removed.name, ended };
	}
}
