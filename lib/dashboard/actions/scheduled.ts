import { DateTime } from 'luxon';
import { RefusedError } from '../../messaging/refused-error.ts';
import type { Action } from './action.ts';
import { nameOf } from './name-of.ts';

/** What can be done with one follow-up that waits for its time. */
export const SCHEDULED_ACTIONS = {
	cancel: async (store, [id = ''], now) => {
		const { followUp } = await store.cancelScheduled(id, undefined, now);
		return { kind: 'cancelled', followUp: followUp.name, name: await nameOf(store, followUp.conversation) };
	},
	sendNow: async (store, [id = ''], now) => {
		const { followUp } = await store.makeDue(id, now);
		return { kind: 'sentNow', followUp: followUp.name, name: await nameOf(store, followUp.conversation) };
	},
	move: async (store, [id = '', zone = ''], now, field) => {
		const wanted = DateTime.fromISO(field('at'), { zone });
		if (!wanted.isValid)
			throw new RefusedError(`"${field('at')}" is no date and time`, 'Fill in both', { code: 'badTime' });
		const { followUp } = await store.reschedule(id, { dueAt: wanted.toJSDate() }, now);
		const { name: called, dueAt, conversation } = followUp;
		return { kind: 'moved', followUp: called, name: await nameOf(store, conversation), at: dueAt };
	},
} satisfies Record<string, Action>;
