import type { IExecuteFunctions } from 'n8n-workflow';
import {
	conversationItem,
	decideConversation as decide,
	decisionItem,
	followUpItem,
	isHandedOver,
	modelThatWaits,
	type Decision,
	type DecisionModel,
	type DueFollowUp,
	type EndedItem,
	type FollowUpItem,
	type ScheduledFollowUp,
	type Store,
} from '../../lib/index.ts';
import type { Outputs } from './outputs.ts';
import { registeredChatbot } from './registered-chatbot.ts';
import { understandForDecision } from './understand.ts';

/** A follow-up that was taken up, with the item it came in by. */
export interface DueInput {
	index: number;
	scheduledId: string;
	leaseToken: string;
}

/** How many messages the model may see at most; its own budget cuts further. */
export const TRANSCRIPT_MESSAGES = 100;

/** Decides about all due follow-ups of one conversation with at most one model call, and writes the decisions down. */
export async function decideConversation(
	context: IExecuteFunctions,
	store: Store,
	outputs: Outputs,
	inputs: DueInput[],
	model: DecisionModel | undefined,
): Promise<void> {
	const first = inputs[0] as DueInput;
	const now = await store.now();
	const { chatbot, templates } = await registeredChatbot(context, store, first.index, now);
	const claimed = await stillOurs(store, inputs);
	const before = claimed[0];
	if (!before) return;
	const about = { key: before.facts.key, paidFor: before.id, itemIndex: first.index };
	const heard = await understandForDecision(context, store, chatbot, about);
	// What the customer said may have ended them.
	const due = heard ? await stillOurs(store, inputs) : claimed;
	const conversation = due[0]?.facts;
	if (!conversation) return;

	const transcript = await store.transcript(conversation.key, TRANSCRIPT_MESSAGES);
	const upcoming = await stillScheduled(store, chatbot.id, conversation.key);
	const asked = model && heard?.mayPass ? modelThatWaits(model, heard.faults) : model;
	const facts = { chatbot, conversation, transcript, due, upcoming, model: asked, templates };
	const { decisions, prefetched } = await decide({ ...facts, now });
	await store.keepPrefetched(prefetched);
	for (const decision of decisions) {
		const one = due.find(({ id }) => id === decision.scheduledId) as DueFollowUp;
		const recorded = await store.recordDecision(decision, one.lease.token, await store.now());
		const from = inputs.find(({ scheduledId }) => scheduledId === one.id)?.index ?? first.index;
		// While the model was thinking the customer may have written: then the follow-up has ended, and the store says why.
		if (recorded) emit(outputs, one.facts, followUpItem(await latest(store, one)), { decision, from, now });
	}
}

async function stillOurs(store: Store, inputs: DueInput[]): Promise<DueFollowUp[]> {
	const due: DueFollowUp[] = [];
	for (const { scheduledId, leaseToken } of inputs) {
		const followUp = await store.get(scheduledId);
		if (followUp?.state !== 'claimed' || followUp.lease?.token !== leaseToken) continue;
		const facts = await store.conversation(followUp.conversation);
		if (facts) due.push({ ...followUp, lease: followUp.lease, facts });
	}
	return due;
}

/** What is asked about along the way. Those that are due belong to another run, or to the next batch. */
async function stillScheduled(
	store: Store,
	chatbot: string,
	conversation: string,
): Promise<ScheduledFollowUp[]> {
	return await store.list({ chatbot, conversation, states: ['scheduled'] });
}

async function latest(store: Store, due: DueFollowUp): Promise<ScheduledFollowUp> {
	return (await store.get(due.id)) ?? due;
}

/** Puts a decision out where it belongs. */
export function emit(
	outputs: Outputs,
	facts: DueFollowUp['facts'],
	followUp: FollowUpItem,
	{ decision, from, now }: { decision: Decision; from: number; now: Date },
): void {
	const conversation = conversationItem(facts, now);
	const { content } = decision;
	const item = decisionItem(decision);
	if (decision.action === 'send' && content) {
		outputs.addSend({ conversation, followUp, decision: item, content }, from);
	} else if (decision.action === 'wait') {
		outputs.addSchedule({ conversation, followUp, decision: item }, from);
	} else {
		const ended: EndedItem = {
			conversation,
			followUp,
			decision: { ...item, action: item.action === 'stop' ? 'stop' : 'skip' },
			// A dry run shows what would have gone.
			...(decision.code === 'dry_run' && content ? { content } : {}),
		};
		if (isHandedOver(decision.stopKind)) outputs.addHandOver(ended, from);
		else outputs.addEnded(ended, from);
	}
}
