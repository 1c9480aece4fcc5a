import type { ConversationFilter } from '../../../../lib/index.ts';
import { limitedTo, limitFields } from '../../../shared/limit.ts';
import { conversationFilters, range, readFilters } from '../../fields/filters.ts';
import { conversationJson } from '../../items.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { readPages } from '../../read-pages.ts';

/** Conversations, found by customer and by what is true of them. */
export const getMany: ManagerOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many conversations',
	description: 'List conversations, those in which the customer wrote last at the top',
	properties: [
		...limitFields,
		conversationFilters([
			...range('was last written'),
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'Converted', value: 'converted' },
					{ name: 'Opted Out', value: 'optedOut' },
					{ name: 'Opted Out of Marketing', value: 'marketingOptedOut' },
					{ name: 'Owned by Another App', value: 'ownedByOther' },
					{ name: 'Paused', value: 'paused' },
					{ name: 'Window Open', value: 'windowOpen' },
				],
				default: 'windowOpen',
			},
		]),
	],
	async run(context, itemIndex, store) {
		const filter = readFilters<ConversationFilter>(context, itemIndex);
		const now = await store.now();
		const items = await readPages(
			limitedTo(context, itemIndex),
			async (page) => await store.listConversations(filter, page, now),
		);
		return jsonItems(
			items.map(({ scheduled, nextDueAt, ...conversation }) => ({
				...conversationJson(conversation, now),
				scheduled,
				...(nextDueAt ? { nextDueAt } : {}),
			})),
		);
	},
};
