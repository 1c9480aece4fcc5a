import type { IExecuteFunctions } from 'n8n-workflow';
import { conversationItem, followUpItem, planFollowUps, type EventItem, type Store } from '../../lib';
import type { Outputs } from './outputs';
import { readChatbot } from './read-chatbot';

/** Plans what could follow the silence after a customer's message. No model is asked. */
export async function planConversation(
	context: IExecuteFunctions,
	store: Store,
	outputs: Outputs,
	itemIndex: number,
): Promise<void> {
	const now = new Date();
	const item = context.getInputData()[itemIndex]?.json as unknown as Required<EventItem>;
	const chatbot = await store.registerChatbot(readChatbot(context, itemIndex), now);
	// Fresh from the store: between the trigger and now the customer may have written again. An item that was pinned for a
	// test is not in the store and speaks for itself.
	const conversation = (await store.conversation(item.conversation.key)) ?? item.conversation;
	const { planned, ended } = planFollowUps({ chatbot, conversation, now });
	const facts = conversationItem(conversation, now);
	for (const plan of planned) {
		outputs.addSchedule({ conversation: facts, followUp: followUpItem(plan), plan }, itemIndex);
	}
	for (const { followUpId, name, reason } of ended) {
		const followUp = { id: followUpId, name, chatbot: chatbot.id };
		const decision = { action: 'skip' as const, code: reason.code, reason: reason.sentence };
		outputs.addEnded({ conversation: facts, followUp, decision }, itemIndex);
	}
}
