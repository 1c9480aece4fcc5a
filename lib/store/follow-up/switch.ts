import type { FollowUpSwitch, SwitchedFollowUp } from '../manage/index.ts';
import type { Store } from '../store.ts';
import type { Now } from '../database/now.ts';
import { endScheduled } from './end-scheduled.ts';

/**
 * Switches a follow-up on or off and ends at once what is scheduled of one that is off.
 * @throws RefusedError when it is not known, or when more would be active than the chatbot allows.
 */
export async function switchFollowUp(
	store: Pick<Store, 'setSwitch' | 'endSwitchedOff'>,
	wanted: FollowUpSwitch,
	now: Now,
): Promise<SwitchedFollowUp> {
	const switched = await store.setSwitch(wanted, now);
	if (switched.active) return switched;
	switched.ended += await endScheduled(store, switched.chatbot, switched.id, now);
	return switched;
}
