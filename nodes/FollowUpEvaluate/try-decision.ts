import type { IExecuteFunctions } from 'n8n-workflow';
import {
	decideConversation,
	followUpItem,
	type Chatbot,
	type DueFollowUp,
	type ScheduledFollowUp,
	type Store,
} from '../../lib/index.ts';
import { emit, TRANSCRIPT_MESSAGES } from './decide-conversation.ts';
import type { Outputs } from './outputs.ts';
import { readModel } from './read-model.ts';
import { chatbotForTest } from './registered-chatbot.ts';

/** A follow-up that the Follow-Up Due Trigger handed out in the editor. */
export interface TestInput {
	index: number;
	scheduledId: string;
}

/**
 * What would be decided if the follow-up were due at this moment: the same rules and the same question to the model, and nothing
 * of it is kept. No attempt is counted.
 */
export async function tryDecision(
	context: IExecuteFunctions,
	store: Store,
	outputs: Outputs,
	{ index, scheduledId }: TestInput,
): Promise<void> {
	const now = await store.now();
	const scheduled = await store.get(scheduledId);
	const conversation = scheduled && (await store.conversation(scheduled.conversation));
	// What ended since it was handed out is not there to be decided about any more.
	if (!conversation) return;
	const { chatbot, templates } = await chatbotForTest(context, store, index, now);
	const model = await readModel(context);
	const transcript = await store.transcript(conversation.key, TRANSCRIPT_MESSAGES);
	const due = asDue(scheduled, conversation, chatbot);
	const facts = { chatbot, conversation, transcript, due: [due], upcoming: [], model, templates };
	const { decisions } = await decideConversation({ ...facts, now });
	const followUp = { ...followUpItem(scheduled), isTest: true as const };
	for (const decision of decisions) emit(outputs, due.facts, followUp, { decision, from: index, now });
}

/** The node as it stands in the editor knows a follow-up by its name; the store may know it by an older one. */
function asDue(
	scheduled: ScheduledFollowUp,
	facts: DueFollowUp['facts'],
	{ followUps }: Chatbot,
): DueFollowUp {
	const { followUpId, name } = scheduled;
	const meant = followUps.find(({ id }) => id === followUpId) ?? followUps.find((one) => one.name === name);
	const lease = { token: '', until: scheduled.dueAt };
	return { ...scheduled, followUpId: meant?.id ?? followUpId, lease, facts };
}
