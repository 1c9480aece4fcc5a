import type { IExecuteFunctions } from 'n8n-workflow';
import {
	conversationFromItem,
	conversationItem,
	followUpItem,
	planFollowUps,
	skippedItem,
	type EventItem,
	type Store,
} from '../../lib/index.ts';
import type { Outputs } from './outputs.ts';
import { chatbotForTest, registeredChatbot } from './registered-chatbot.ts';
import { understandAnswer } from './understand.ts';

/** Plans what could follow the silence after a customer's message. No model is asked. */
export async function planConversation(
	context: IExecuteFunctions,
	store: Store,
	outputs: Outputs,
	itemIndex: number,
): Promise<void> {
	const item = context.getInputData()[itemIndex]?.json as unknown as Required<EventItem>;
	// Fresh from the store: between the trigger and now the customer may have written again.
	const known = await store.conversation(item.conversation.key);
	// An item pinned for a test is not in the store and speaks for itself: it is planned as at the moment it tells of, and
	// the chatbot does not count as switched on by it.
	const present = await store.now();
	const now = known ? present : momentOf(item, present);
	const read = known ? registeredChatbot : chatbotForTest;
	const { chatbot, templates } = await read(context, store, itemIndex, present);
	const hasHeard = known && (await understandAnswer(context, store, chatbot, { key: known.key, itemIndex }));
	const conversation =
		(hasHeard ? await store.conversation(known.key) : known) ?? conversationFromItem(item.conversation);
	const { planned, ended } = planFollowUps({ chatbot, conversation, templates, now });
	const facts = conversationItem(conversation, now);
	for (const plan of planned) {
		outputs.addSchedule({ conversation: facts, followUp: followUpItem(plan), plan }, itemIndex);
	}
	for (const { followUpId, name, reason } of ended) {
		const followUp = { id: followUpId, name, chatbot: chatbot.id };
		outputs.addEnded({ conversation: facts, followUp, decision: skippedItem(reason) }, itemIndex);
	}
}

function momentOf({ event, conversation }: Required<EventItem>, present: Date): Date {
	const told = Date.parse(event?.at ?? conversation.lastInboundAt ?? '');
	return Number.isNaN(told) ? present : new Date(told);
}
