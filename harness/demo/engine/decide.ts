import type { Chatbot, DecisionModel, Decision, DueFollowUp, Store } from '../../../lib/index.ts';
import type { Engine } from '../../shared/engine.ts';

/** As many as the node lets a model see. */
const TRANSCRIPT_MESSAGES = 100;

/** A follow-up that is to go out now, with what it says. */
export interface ToSend {
	due: DueFollowUp;
	content: NonNullable<Decision['content']>;
}

/** Decides about all due follow-ups of one conversation, and writes the decisions down, as Follow-Up Evaluate does. */
export async function decide(
	engine: Engine,
	store: Store,
	due: [DueFollowUp, ...DueFollowUp[]],
	{ chatbot, model }: { chatbot: Chatbot; model: DecisionModel },
): Promise<ToSend[]> {
	const conversation = due[0].facts;
	const { decisions, prefetched } = await engine.decideConversation({
		...{ chatbot, conversation, due, model },
		transcript: await store.transcript(conversation.key, TRANSCRIPT_MESSAGES),
		upcoming: await store.list({
			...{ chatbot: chatbot.id, conversation: conversation.key, states: ['scheduled'] },
		}),
		now: await store.now(),
	});
	await store.keepPrefetched(prefetched);
	const toSend: ToSend[] = [];
	for (const decision of decisions) {
		const one = due.find(({ id }) => id === decision.scheduledId);
		if (!one) continue;
		const recorded = await store.recordDecision(decision, one.lease.token, await store.now());
		if (recorded && decision.action === 'send' && decision.content)
			toSend.push({ due: one, content: decision.content });
	}
	return toSend;
}
