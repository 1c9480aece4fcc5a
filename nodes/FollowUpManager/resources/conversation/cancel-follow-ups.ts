import { reason } from '../../../../lib/index.ts';
import { conversationFields, readConversation } from '../../fields/conversation.ts';
import { text } from '../../fields/text.ts';
import { conversationJson } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';

/** Ends what is scheduled for a customer, from any workflow. */
export const cancelFollowUps: ManagerOperation = {
	value: 'cancelFollowUps',
	name: 'Cancel Follow-Ups',
	action: 'Cancel follow ups of conversation',
	description:
		'End what is scheduled for a customer, e.g. because the payment came in or a person took over; later messages plan anew',
	properties: [
		...conversationFields,
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. The payment came in',
			description: 'Stands in the log',
		},
		{
			displayName: 'Chatbot ID',
			name: 'onlyChatbot',
			type: 'string',
			default: '',
			placeholder: 'e.g. Xb4kQ0sT1uVw2xYz',
			description: 'Only the follow-ups of this chatbot; empty for those of all',
		},
	],
	async run(context, itemIndex, store) {
		const { key } = readConversation(context, itemIndex);
		const chatbot = text(context, itemIndex, 'onlyChatbot');
		const note = text(context, itemIndex, 'reason');
		const now = await store.now();
		const why = reason('cancelled_by_user', note ? `It was cancelled: ${note}` : undefined);
		const ended = await store.cancel(key, { reason: why, ...(chatbot ? { chatbot } : {}) }, now);
		const conversation = await store.conversation(key);
		// A payment of somebody who has never written is no fault of the workflow that tells of it.
		return jsonItems([
			conversation
				? { ...conversationJson(conversation, now), ended }
				: {
						conversation: { key },
						ended,
						note: 'There is no such conversation, so there was nothing to cancel',
					},
		]);
	},
};
