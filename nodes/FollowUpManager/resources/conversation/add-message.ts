import type { MessageFromElsewhere } from '../../../../lib/index.ts';
import { conversationFields, readConversation } from '../../fields/conversation.ts';
import { text } from '../../fields/text.ts';
import { readTime } from '../../fields/time.ts';
import { changedConversationItem } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';

/** Lets another program tell what was said. */
export const addMessage: ManagerOperation = {
	value: 'addMessage',
	name: 'Add Message',
	action: 'Add message to conversation',
	description:
		'Tell what was said elsewhere, e.g. by another bot, so that follow-ups know of it; nothing is sent',
	properties: [
		...conversationFields,
		{
			displayName: 'Said By',
			name: 'saidBy',
			type: 'options',
			options: [
				{ name: 'Another Program', value: 'application', description: 'A bot or a CRM of the business' },
				{ name: 'Customer', value: 'customer', description: 'Elsewhere, e.g. on the phone' },
				{ name: 'Person', value: 'person', description: 'Somebody of the business' },
			],
			default: 'application',
			description:
				'What the customer says ends the follow-ups that wait for their silence. It does not open the messaging window: for Meta only messages through its own platforms count.',
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 3 },
			required: true,
			default: '',
			placeholder: 'e.g. Your order is on its way',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Message ID',
					name: 'messageId',
					type: 'string',
					default: '',
					description: 'What makes the same message recognisable when it is told twice',
				},
				{
					displayName: 'Said At',
					name: 'saidAt',
					type: 'dateTime',
					default: '',
					description: 'When it was said; empty for now',
				},
			],
		},
	],
	async run(context, itemIndex, store) {
		const options = context.getNodeParameter('options', itemIndex, {}) as {
			messageId?: string;
			saidAt?: string;
		};
		const saidAt = readTime(context, itemIndex, options.saidAt, 'Said At');
		const message: MessageFromElsewhere = {
			by: context.getNodeParameter('saidBy', itemIndex) as MessageFromElsewhere['by'],
			text: text(context, itemIndex, 'text'),
			...(saidAt ? { saidAt } : {}),
			...(options.messageId ? { messageId: options.messageId } : {}),
		};
		const now = await store.now();
		const done = await store.addMessage(readConversation(context, itemIndex), message, now);
		return jsonItems([changedConversationItem(done, now)]);
	},
};
