import { LIVE_STATES } from '../../../../lib/index.ts';
import { conversationFields, readConversation } from '../../fields/conversation.ts';
import { conversationJson, scheduledItem } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { requireConversation } from './require-conversation.ts';

/** One conversation with its messages and what is scheduled in it. */
export const get: ManagerOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get conversation',
	description: 'Get one conversation with its messaging window, its newest messages and what is scheduled',
	properties: [
		...conversationFields,
		{
			displayName: 'Messages',
			name: 'messages',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 200 },
			default: 50,
			description: 'How many of the newest messages to return at most',
		},
	],
	async run(context, itemIndex, store) {
		const { key } = readConversation(context, itemIndex);
		const conversation = await requireConversation(store, key);
		const limit = context.getNodeParameter('messages', itemIndex, 50) as number;
		const messages = limit > 0 ? await store.transcript(key, limit) : [];
		const filter = { conversation: key, states: [...LIVE_STATES] };
		const { items } = await store.listScheduled(filter, { limit: 100 });
		const followUps = items.map((one) => {
			const { conversation: _conversation, ...rest } = scheduledItem(one);
			return rest;
		});
		return jsonItems([{ ...conversationJson(conversation, await store.now()), messages, followUps }]);
	},
};
