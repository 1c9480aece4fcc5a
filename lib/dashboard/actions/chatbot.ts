import type { Action } from './action.ts';

/** What can be done with a whole chatbot. */
export const CHATBOT_ACTIONS = {
	removeChatbot: async (store, [id = ''], now) => {
		const removed = await store.beginRemoveChatbot(id, now);
		if (!removed) return { kind: 'chatbotGone' };
		let count = 0;
		for (const followUp of removed.followUps) {
			// Batch by batch, so that messages that come in meanwhile do not wait.
			for (let done = false; !done; ) {
				const batch = await store.endSwitchedOff(id, followUp, now);
				count += batch.ended;
				done = batch.done;
			}
		}
		await store.finishRemoveChatbot(id);
		return { kind: 'chatbotRemoved', name: removed.name, count };
	},
} satisfies Record<string, Action>;
