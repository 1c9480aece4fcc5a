import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { conversationItem, followUpItem, type Conversation, type Store } from '../../lib/index.ts';
import { toSend, type Prepared } from './scheduled.ts';
import { DUE } from './scheduled.ts';

/** A decided follow-up as Follow-Up Evaluate hands it to Meta Messaging. */
export async function sendItem(store: Store, prepared: Prepared): Promise<INodeExecutionData> {
	const followUp = await prepared.now();
	const conversation = (await store.conversation(prepared.customer.key)) as Conversation;
	const { content, ...decision } = toSend(prepared.id, followUp.content);
	const json = {
		conversation: conversationItem(conversation, DUE),
		...{ followUp: followUpItem(followUp), decision, content },
	};
	return { json: json as unknown as IDataObject };
}
