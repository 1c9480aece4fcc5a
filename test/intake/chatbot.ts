import { parseChatbot, type ChatbotSource, type Store } from '../../lib/index.ts';
import { newId } from '../support/customer.ts';

/** Registers a chatbot with one follow-up, as its node would; gives its ID. */
export async function registerOne(
	store: Store,
	source: ChatbotSource = { id: newId('node'), version: 'one' },
): Promise<string> {
	const id = newId('chatbot');
	const chatbot = parseChatbot({
		...{ id, stopCondition: 'When the customer confirms' },
		followUps: [
			{
				...{ name: 'Only', delay: 4, delayUnit: 'hours', description: 'When nothing was agreed' },
				...{ messageSource: 'fixed', message: 'Shall we?' },
			},
		],
	});
	await store.registerChatbot(chatbot, await store.now(), source);
	return id;
}
