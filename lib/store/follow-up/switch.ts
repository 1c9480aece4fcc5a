import type { FollowUpSwitch, SwitchedFollowUp } from '../manage/index.ts';
import type { Store } from '../store.ts';
import type { Now } from '../database/now.ts';

/**
 * Switches a follow-up on or off and ends at once what is scheduled of one that is off, batch by batch, so that messages
 * that come in meanwhile do not wait.
 * @throws RefusedError when it is not known, or when more would be active than the chatbot allows.
 */
export async function switchFollowUp(
	store: Pick<Store, 'setSwitch' | 'endSwitchedOff'>,
	wanted: FollowUpSwitch,
	now: Now,
): Promise<SwitchedFollowUp> {
	const switched = await store.setSwitch(wanted, now);
	if (switched.active) return switched;
	for (;;) {
		const { ended, done } = await store.endSwitchedOff(switched.chatbot, switched.id, now);
		switched.ended += ended;
		if (done) return switched;
	}
}
