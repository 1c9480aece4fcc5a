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
		{
			displayName: 'If Not Known',
			name: 'ifNotKnown',
			type: 'options',
			options: [
				{
					name: 'Keep It for When They Write',
					value: 'keep',
					description: 'For a list of opt-outs from elsewhere; check the numbers first',
				},
				{
					name: 'Say So',
					value: 'fail',
					description: 'Stop with an error: the number may be wrong, and then the right one gets messages',
				},
			],
			default: 'fail',
			description: 'What to do when no conversation is found by the contact, under no writing of the number',
		},
	],
	async run(context, itemIndex, store) {
		const scope = context.getNodeParameter('scope', itemIndex) as OptOutScope;
		const evenIfUnknown = context.getNodeParameter('ifNotKnown', itemIndex, 'fail') === 'keep';
		const now = await store.now();
		const done = await store.optOut(readConversation(context, itemIndex), scope, now, { evenIfUnknown });
		return jsonItems([changedConversationItem(done, now)]);
	},
};
