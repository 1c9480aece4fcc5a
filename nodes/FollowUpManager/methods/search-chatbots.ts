import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { toNodeError } from '../../shared/errors.ts';
import { storeFor } from '../../shared/store-for.ts';

/** The known chatbots for the picker, told apart by the names of their follow-ups: an ID alone says little. */
export async function searchChatbots(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	try {
		const store = await storeFor(this);
		const followUps = await store.listFollowUps();
		const results = (await store.listChatbots()).map(({ id }) => {
			const names = followUps.filter(({ chatbot }) => chatbot === id).map(({ name }) => name);
			return { name: `${names.join(', ')} (${id})`, value: id };
		});
		return { results: results.filter(({ name }) => contains(name, filter)) };
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}

/** Whether a text holds another one, whatever the capitals. */
export function contains(text: string, part: string): boolean {
	return text.toLowerCase().includes(part.trim().toLowerCase());
}
