import type { Now } from '../database/now.ts';
import type { Store } from '../store.ts';

/**
 * Ends all that is scheduled of a follow-up which is switched off or gone, batch by batch, so that messages that come in
 * meanwhile do not wait.
 * @returns how many were ended.
 */
export async function endScheduled(
	store: Pick<Store, 'endSwitchedOff'>,
	chatbot: string,
	followUp: string,
	now: Now,
): Promise<number> {
	for (let ended = 0; ; ) {
		const batch = await store.endSwitchedOff(chatbot, followUp, now);
		ended += batch.ended;
		if (batch.done) return ended;
	}
}
