import type { Now } from '../../lib/store/database/now.ts';
import { decideFollowUps } from '../../lib/ai/decide.ts';
import type { DecisionModel } from '../../lib/ai/decision-model.ts';
import type { Chatbot } from '../../lib/follow-up/definition.ts';
import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import { planFollowUps } from '../../lib/follow-up/plan.ts';
import type { Decision, DueFollowUp, SendResult } from '../../lib/follow-up/types.ts';
import type { Store } from '../../lib/store/store.ts';
import type { BeginSend } from '../../lib/store/queue/types.ts';
import { newId, type Customer } from '../support/customer.ts';

/** What the scripted model answers for one follow-up; it sends "Hello" at once unless told otherwise. */
export interface Scripted {
	trigger?: boolean;
	message?: string | null;
	sendAt?: string | null;
	stop?: boolean;
}

export function scripted(answer: Scripted = {}, onAsked: () => void = () => undefined): DecisionModel {
	return {
		name: 'scripted',
		answer: async ({ user }) => {
			onAsked();
			const { followUps } = JSON.parse(user) as { followUps: { name: string }[] };
			return {
				text: JSON.stringify({
					...{ stop: { met: answer.stop ?? false, reason: 'As scripted' }, notBefore: null },
					followUps: followUps.map(({ name }) => ({
						...{ name, trigger: answer.trigger ?? true, reason: 'As scripted', confidence: 1 },
						...{ sendAt: answer.sendAt ?? null, message: answer.message ?? 'Hello' },
					})),
				}),
			};
		},
	};
}

/** A business with its follow-ups over a real store: each step as the nodes take it. */
export function chatbotFixture(store: Store, followUps: object[], settings: object = {}) {
	const definition = { id: newId('chatbot'), stopCondition: 'When booked', settings };
	const bare = parseChatbot({
		...definition,
		followUps: followUps.map((one, index) => ({
			name: `Follow-up ${index + 1}`,
			description: 'Silent',
			...one,
		})),
	});
	const fixture = {
		chatbot: bare as Chatbot,
		async activate(now: Now) {
			fixture.chatbot = await store.registerChatbot(bare, now);
		},
		async plan(customer: Customer, now: Now) {
			fixture.chatbot = await store.registerChatbot(fixture.chatbot, now);
			const conversation = await store.conversation(customer.key);
			if (!conversation) throw new Error(`No conversation ${customer.key}`);
			const plan = planFollowUps({ chatbot: fixture.chatbot, conversation, now });
			return { ...plan, ...(await store.schedule(plan.planned, now)) };
		},
		async claim(now: Now): Promise<DueFollowUp[]> {
			return await store.claimDue({ chatbot: fixture.chatbot.id, now, limit: 50, leaseMs: 600_000 });
		},
		async decide(due: DueFollowUp[], now: Now, model: DecisionModel = scripted()): Promise<Decision[]> {
			const conversation = await store.conversation(due[0]?.conversation ?? '');
			if (!conversation) return [];
			const transcript = await store.transcript(conversation.key, 50);
			const decisions = await decideFollowUps({
				chatbot: fixture.chatbot,
				conversation,
				transcript,
				due,
				model,
				now,
			});
			for (const decision of decisions) {
				const lease = due.find(({ id }) => id === decision.scheduledId)?.lease;
				await store.recordDecision(decision, lease?.token ?? '', now);
			}
			return decisions;
		},
		/** Claims and decides what is due. */
		async claimAndDecide(now: Now, model?: DecisionModel) {
			const due = await fixture.claim(now);
			return { due, decisions: due.length > 0 ? await fixture.decide(due, now, model) : [] };
		},
		async send(due: DueFollowUp, now: Now, result?: SendResult): Promise<BeginSend> {
			const begun = await store.beginSend(due.id, due.lease.token, now);
			const accepted: SendResult = { outcome: 'accepted', messageId: newId('wamid') };
			if (begun.ok) await store.finishSend(due.id, result ?? accepted, now);
			return begun;
		},
	};
	return fixture;
}

export type ChatbotFixture = ReturnType<typeof chatbotFixture>;
