import { endScheduled } from '../../store/follow-up/end-scheduled.ts';
import type { Action } from './action.ts';

/** What can be done with a whole chatbot. */
export const CHATBOT_ACTIONS = {
	removeChatbot: async (store, [id = ''], now) => {
		const removed = await store.beginRemoveChatbot(id, now);
		if (!removed) return { kind: 'chatbotGone' };
		let count = 0;
		for (const followUp of removed.followUps) count += await endScheduled(store, id, followUp, now);
		await store.finishRemoveChatbot(id);
		return { kind: 'chatbotRemoved', name: removed.name, count };
	},
} satisfies Record<string, Action>;
