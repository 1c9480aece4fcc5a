import type { NewConversion } from '../../../../lib/index.ts';
import { conversationFields, readConversation } from '../../fields/conversation.ts';
import { readTime } from '../../fields/time.ts';
import { changedConversationItem } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';

/** Notes that a conversation reached its goal. */
export const markConverted: ManagerOperation = {
	value: 'markConverted',
	name: 'Mark Converted',
	action: 'Mark conversation as converted',
	description: 'Note that a conversation reached its goal, e.g. a sale, and end at once what is scheduled',
	properties: [
		...conversationFields,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Currency',
					name: 'currency',
					type: 'string',
					default: '',
					placeholder: 'e.g. COP',
					description: 'Its code of three letters; needed with a value',
				},
				{
					displayName: 'Reached At',
					name: 'reachedAt',
					type: 'dateTime',
					default: '',
					description: 'When the goal was reached; empty for now',
				},
				{
					displayName: 'Reference',
					name: 'reference',
					type: 'string',
					default: '',
					placeholder: 'e.g. order-1042',
					description: 'What makes the same conversion recognisable when it is told twice',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 0,
					description: 'What it is worth',
				},
			],
		},
	],
	async run(context, itemIndex, store) {
		const now = await store.now();
		const given = context.getNodeParameter('options', itemIndex, {}) as Record<string, string | number>;
		const reachedAt = readTime(context, itemIndex, given.reachedAt, 'Reached At');
		const conversion: NewConversion = {
			...(reachedAt ? { reachedAt } : {}),
			...(given.value === undefined ? {} : { value: Number(given.value) }),
			...(given.currency ? { currency: String(given.currency).trim() } : {}),
			...(given.reference ? { reference: String(given.reference).trim() } : {}),
		};
		const done = await store.markConverted(readConversation(context, itemIndex), conversion, now);
		return jsonItems([changedConversationItem(done, now)]);
	},
};
