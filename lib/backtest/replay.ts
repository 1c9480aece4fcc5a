import { decideFollowUps } from '../ai/decide.ts';
import type { DecisionModel } from '../ai/decision-model.ts';
import type { Chatbot } from '../follow-up/definition.ts';
import { planFollowUps } from '../follow-up/plan.ts';
import { reason } from '../follow-up/reasons/index.ts';
import type { Anchor, Decision, DueFollowUp, Ended, ModelUse, TemplateFact } from '../follow-up/types.ts';
import type { Conversation, ConversationWithHistory } from '../messaging/conversation.ts';
import type { MessagingEvent } from '../messaging/messaging-event.ts';
import { breaksSilence } from '../store/contacts/customer-spoke.ts';
import { asNow, type Now } from '../store/database/now.ts';
import type { Store } from '../store/store.ts';
import { eventsOf } from './events.ts';
import { factsAsHappenings, type Happening } from './facts.ts';
import type { PastConversation } from './types.ts';

export interface ReplayOptions {
	chatbot: Chatbot;
	/** Left out: by rules only. */
	model?: DecisionModel;
	templates?: readonly TemplateFact[];
}

/** A follow-up that a rule ended while planning, with the silence it would have been for. */
export type NotPlanned = Ended & { anchor?: Anchor; at: string };

/** What came of playing a conversation through, besides what stands in the store. */
export interface Replayed {
	notPlanned: NotPlanned[];
	/** What deciding took, by scheduled follow-up. */
	uses: Map<string, ModelUse[]>;
	/** The conversation at the moment each message would have gone, by scheduled follow-up. */
	sentIn: Map<string, Conversation>;
}

const LEASE_MS = 60_000;
const SHOWN_MESSAGES = 100;
/** A conversation with more steps than this is going round in circles. */
const MOST_STEPS = 1_000;

/**
 * Plays a past conversation through in a store of its own, by the same steps as the real one: every message comes in at the
 * time it came, plans are made, what comes due is decided and goes through the last gate. Only the request to Meta is left
 * out. After the last message the clock runs on until nothing is scheduled any more.
 */
export class Replay {
	private readonly done: Replayed = { notPlanned: [], uses: new Map(), sentIn: new Map() };
	private steps = 0;

	constructor(
		private readonly store: Store,
		private readonly past: PastConversation,
		private readonly options: ReplayOptions,
	) {}

	async run(): Promise<Replayed> {
		const { store, past } = this;
		const messages = eventsOf(past).map((event): Happening => {
			const at = asNow(new Date(event.at));
			return { at, happen: async () => await this.takeIn(event, at) };
		});
		const happenings = [...messages, ...factsAsHappenings(store, past.facts)];
		for (const { at, happen } of happenings.sort((a, b) => a.at.getTime() - b.at.getTime())) {
			await this.decideUntil(at);
			await happen();
		}
		await this.decideUntil(undefined);
		return this.done;
	}

	private async takeIn(event: MessagingEvent, now: Now): Promise<void> {
		const { store, options } = this;
		await store.ingest([event], now);
		if (!breaksSilence(event)) return;
		const conversation = await store.conversation(this.past.facts.key);
		if (!conversation) return;
		const { planned, ended } = planFollowUps({ ...options, conversation, now });
		await store.schedule(planned, now);
		const anchor = { id: event.id, at: event.at };
		this.done.notPlanned.push(...ended.map((one) => ({ ...one, anchor, at: event.at })));
	}

	/** Decides everything that is due before a moment; without one until nothing is left. */
	private async decideUntil(until: Date | undefined): Promise<void> {
		const { store, past, options } = this;
		const waiting = { conversation: past.facts.key, states: ['scheduled' as const], limit: 1 };
		for (;;) {
			const [next] = await store.list(waiting);
			// Who writes at the very moment at which a follow-up is due was not silent until then.
			if (!next || (until && Date.parse(next.dueAt) >= until.getTime())) return;
			if (++this.steps > MOST_STEPS)
				throw new Error(
					`The follow-ups of ${past.facts.key} come to no end; "${next.name}" waits again and again`,
				);
			const now = asNow(new Date(next.dueAt));
			const due = await store.claimDue({ chatbot: options.chatbot.id, now, limit: 1, leaseMs: LEASE_MS });
			for (const group of Map.groupBy(due, ({ conversation }) => conversation).values())
				await this.decide(group, now);
		}
	}

	private async decide(due: DueFollowUp[], now: Now): Promise<void> {
		const { store, options } = this;
		const conversation = due[0]?.facts as ConversationWithHistory;
		const transcript = await store.transcript(conversation.key, SHOWN_MESSAGES);
		for (const decided of await decideFollowUps({ ...options, conversation, transcript, due, now })) {
			const decision = finalIfModelFails(decided);
			const { lease } = due.find(({ id }) => id === decision.scheduledId) as DueFollowUp;
			if (decision.use) this.noteUse(decision.scheduledId, decision.use);
			await store.recordDecision(decision, lease.token, now);
			if (decision.action === 'send') await this.send(decision.scheduledId, lease.token, now);
		}
	}

	/** All but the request to Meta: the last gate before it, and what an accepted message changes after it. */
	private async send(id: string, leaseToken: string, now: Now): Promise<void> {
		const { store, past } = this;
		const before = await store.conversation(past.facts.key);
		const begun = await store.beginSend(id, leaseToken, now);
		if (!begun.ok) return;
		if (before) this.done.sentIn.set(id, before);
		await store.finishSend(id, { outcome: 'accepted', messageId: `simulated:${id}` }, now);
	}

	private noteUse(id: string, use: ModelUse): void {
		this.done.uses.set(id, [...(this.done.uses.get(id) ?? []), use]);
	}
}

/** A model that is down now is down in every moment of the past: asking again every quarter of an hour only costs time. */
function finalIfModelFails(decision: Decision): Decision {
	if (decision.code !== 'ai_retry') return decision;
	return { ...decision, action: 'skip', ...reason('ai_unavailable'), until: undefined };
}
