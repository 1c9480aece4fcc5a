import type { OptOutScope } from '../../../../lib/index.ts';
import { conversationFields, readConversation } from '../../fields/conversation.ts';
import { changedConversationItem } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';

/** Notes that a customer wants no more messages. */
export const optOut: ManagerOperation = {
	value: 'optOut',
	name: 'Opt Out',
	action: 'Opt out conversation',
	description: 'Note that a customer wants no more messages, and end at once what is scheduled',
	properties: [
		...conversationFields,
		{
			displayName: 'Of',
			name: 'scope',
			type: 'options',
			options: [
				{ name: 'All Follow-Ups', value: 'all' },
				{
					name: 'Marketing Templates',
					value: 'marketing',
					description: 'Follow-ups inside the messaging window and utility templates may still go',
				},
			],
			default: 'all',
			description: 'What the customer does not want any more',
		},
	],
	async run(context, itemIndex, store) {
		const scope = context.getNodeParameter('scope', itemIndex) as OptOutScope;
		const now = await store.now();
		const done = await store.optOut(readConversation(context, itemIndex), scope, now);
		return jsonItems([changedConversationItem(done, now)]);
	},
};
