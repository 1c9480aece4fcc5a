import type { ConversationFilter } from '../../../../lib';
import { limitedTo, limitFields } from '../../../shared/limit';
import { conversationFilters, range, readFilters } from '../../fields/filters';
import { conversationJson } from '../../items';
import { jsonItems, type ManagerOperation } from '../../operation';
import { readPages } from '../../read-pages';

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
		const now = new Date();
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
