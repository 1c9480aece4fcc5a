import {
	conversationItem,
	followUpItem,
	skippedItem,
	type PlannedItem,
	type Store,
	type WaitingFollowUp,
} from '../../lib/index.ts';
import type { DueInput } from './decide-conversation.ts';
import type { Outputs } from './outputs.ts';

/** Long enough for a decision; a run that takes longer keeps its leases alive. */
const LEASE_MS = 10 * 60_000;

/** A follow-up that a run has waited for, as its item tells. */
export interface Waiting {
	index: number;
	item: PlannedItem;
}

/**
 * A run resumes and knows what was planned hours ago; only the store knows what has become of it since. What is due is
 * taken up, what is not waits on, what has ended meanwhile says why. What another run has taken up is left to that one.
 */
export async function resumeWaiting(
	store: Store,
	outputs: Outputs,
	waiting: Waiting[],
): Promise<{ conversation: string; due: DueInput }[]> {
	if (waiting.length === 0) return [];
	const now = await store.now();
	const resumed = await store.resume(
		waiting.map(({ item }) => reference(item)),
		{ now, leaseMs: LEASE_MS },
	);
	const seen = new Set<string>();
	const due: { conversation: string; due: DueInput }[] = [];
	for (const [place, { index, item }] of waiting.entries()) {
		const one = resumed[place];
		if (!one || seen.has(one.followUp.id)) continue;
		seen.add(one.followUp.id);
		const { followUp } = one;
		if (one.claimed) {
			const { id: scheduledId, lease, facts } = one.followUp;
			due.push({ conversation: facts.key, due: { index, scheduledId, leaseToken: lease.token } });
			continue;
		}
		const facts = (await store.conversation(followUp.conversation)) ?? item.conversation;
		const conversation = conversationItem(facts, now);
		if (followUp.state === 'scheduled') {
			outputs.addSchedule({ conversation, followUp: followUpItem(followUp) }, index);
		} else if (followUp.state === 'ended') {
			const decision = skippedItem(followUp.reason);
			outputs.addEnded({ conversation, followUp: followUpItem(followUp), decision }, index);
		}
	}
	return due;
}

function reference({ followUp, plan }: PlannedItem): WaitingFollowUp {
	if (followUp?.scheduledId !== undefined) return { scheduledId: followUp.scheduledId };
	const { conversation, chatbot, followUpId, anchor } = plan as NonNullable<PlannedItem['plan']>;
	return { conversation, chatbot, followUpId, anchor };
}
