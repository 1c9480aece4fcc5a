import { NodeOperationError } from 'n8n-workflow';
import { conversationFields, readConversation } from '../../fields/conversation.ts';
import { text } from '../../fields/text.ts';
import { changedConversationItem } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';

/** Lifts an opt-out with the customer's consent. */
export const optIn: ManagerOperation = {
	value: 'optIn',
	name: 'Opt In',
	action: 'Opt in conversation',
	description: 'Lift an opt-out because the customer has agreed to messages again',
	properties: [
		...conversationFields,
		{
			displayName:
				"Only with the customer's own consent: writing to somebody who asked for no more messages is against Meta's rules and can cost you the account. What the customer stopped in WhatsApp itself is not lifted; only they can do that.",
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Consent',
			name: 'consent',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Ticked the box on the order form of 23 November',
			description: 'When and where the customer agreed; kept with the conversation',
		},
	],
	async run(context, itemIndex, store) {
		const consent = text(context, itemIndex, 'consent');
		if (consent === '')
			throw new NodeOperationError(context.getNode(), 'Consent is empty', {
				itemIndex,
				description: 'Write down when and where the customer agreed to get messages again',
			});
		const now = await store.now();
		const done = await store.optIn(readConversation(context, itemIndex), consent, now);
		return jsonItems([changedConversationItem(done, now)]);
	},
};
