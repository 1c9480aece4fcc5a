import { NodeOperationError, type IDataObject, type ITriggerFunctions } from 'n8n-workflow';
import { conversationItem, followUpItem, type DueItem, type Store } from '../../lib/index.ts';
import { toNodeError } from '../shared/errors.ts';
import { storeFor } from '../shared/store-for.ts';

const HOW_TO_PLAN =
	'A follow-up is planned when a customer writes. Publish the workflow, write to your own account as a customer would, and execute this step again: what is planned then is handed out here at once, without waiting for its time.';

/**
 * In the editor: hands out the follow-up that comes next, due or not, so that a decision can be tried without waiting. It is
 * not taken up: no attempt is counted, its place in the queue stays, and a published workflow finds it as ever.
 * @throws NodeOperationError when nothing is planned or the chatbot is not known, with what is missing.
 */
export async function tryOut(context: ITriggerFunctions): Promise<void> {
	try {
		const store = await storeFor(context);
		const chatbot = context.getNodeParameter('chatbotId') as string;
		const item = await nextItem(store, chatbot);
		if (!item)
			throw new NodeOperationError(context.getNode(), `Nothing is planned for the chatbot "${chatbot}"`, {
				description: HOW_TO_PLAN,
			});
		context.emit([[{ json: item as unknown as IDataObject }]]);
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

async function nextItem(store: Store, chatbot: string): Promise<DueItem | undefined> {
	const { items } = await store.listScheduled({ chatbot, states: ['scheduled'] }, { limit: 1 });
	const [next] = items;
	const conversation = next && (await store.conversation(next.conversation));
	if (!conversation) return undefined;
	const { leaseToken: _token, ...followUp } = followUpItem(next);
	return {
		conversation: conversationItem(conversation, await store.now()),
		followUp: { ...followUp, isTest: true },
	};
}
