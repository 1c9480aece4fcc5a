import type { IExecuteFunctions } from 'n8n-workflow';
import {
	type Now,
	readPastConversation,
	type ConversationFilter,
	type PastConversation,
	type Store,
} from '../../../../lib/index.ts';
import { readFilters } from '../../fields/filters.ts';
import { limitedTo } from '../../../shared/limit.ts';

/** All that the store keeps of one conversation. */
const MESSAGES = 200;
const PAGE = 100;

/** The conversations to play through: the item itself, or those of the store that fit, the last written first. */
export async function* pastConversations(
	context: IExecuteFunctions,
	itemIndex: number,
	store: Store,
	now: Now,
): AsyncGenerator<PastConversation> {
	if (context.getNodeParameter('source', itemIndex) === 'item') {
		yield readPastConversation(context.getInputData()[itemIndex]?.json, itemIndex);
		return;
	}
	const filter = readFilters(context, itemIndex) as ConversationFilter;
	let left = limitedTo(context, itemIndex);
	let after: string | undefined;
	do {
		const limit = Math.min(PAGE, left);
		const page = await store.listConversations(filter, { limit, ...(after ? { after } : {}) }, now);
		for (const facts of page.items) {
			const messages = await store.transcript(facts.key, MESSAGES);
			yield { facts, messages, knownUntil: now.toISOString() };
		}
		left -= page.items.length;
		after = page.next;
	} while (after !== undefined && left > 0);
}
