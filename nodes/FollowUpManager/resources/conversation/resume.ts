import { conversationFields, readConversation } from '../../fields/conversation.ts';
import { changedConversationItem } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';

/** Ends the pause of a conversation. */
export const resume: ManagerOperation = {
	value: 'resume',
	name: 'Resume',
	action: 'Resume conversation',
	description: 'Let a paused conversation get follow-ups again; what ended by the pause stays ended',
	properties: conversationFields,
	async run(context, itemIndex, store) {
		const now = await store.now();
		const done = await store.resumeConversation(readConversation(context, itemIndex), now);
		return jsonItems([changedConversationItem(done, now)]);
	},
};
