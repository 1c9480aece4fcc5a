import { conversationFields, readConversation } from '../../fields/conversation.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';

/** Deletes what is stored of a customer, e.g. because they asked for it. */
export const deleteConversation: ManagerOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete conversation',
	description: 'Delete everything that the follow-up store holds of a customer, what is scheduled included',
	properties: [
		...conversationFields,
		{
			displayName:
				'This cannot be undone. Messages, follow-ups with their log and costs, and conversions go, and statistics no longer count them. What n8n keeps of its executions, and what Meta keeps, stays.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Keep Opt-Out',
			name: 'keepOptOut',
			type: 'boolean',
			default: true,
			description:
				'Whether to keep, of a customer who asked for no more messages, their IDs and that they asked, so that no workflow writes to them again',
		},
	],
	async run(context, itemIndex, store) {
		const keepOptOut = context.getNodeParameter('keepOptOut', itemIndex, true) as boolean;
		const conversation = readConversation(context, itemIndex);
		const { key, ...done } = await store.deleteConversation(conversation, { keepOptOut }, await store.now());
		return jsonItems([{ conversation: { key }, deleted: true, ...done }]);
	},
};
