import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { toNodeError } from '../../shared/errors.ts';
import { storeFor } from '../../shared/store-for.ts';
import { contains } from './search-chatbots.ts';

/** The follow-ups of the chosen chatbot for the picker; those of all while none is chosen. */
export async function searchFollowUps(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	try {
		const all = await (await storeFor(this)).listFollowUps();
		const chatbot = String(this.getCurrentNodeParameter('chatbotId', { extractValue: true }) ?? '');
		const own = all.filter((one) => one.chatbot === chatbot);
		const results = (own.length > 0 ? own : all).map(({ name, id, active }) => ({
			name: active ? name : `${name} (off)`,
			value: id,
		}));
		return { results: results.filter(({ name }) => contains(name, filter)) };
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}
