import fc from 'fast-check';
import type { SendResult, Store } from '../../lib/index.ts';
import { newId } from './customer.ts';
import { LEASE_MS, claim, planFor, toSend, type Story } from './scheduled.ts';
import { HOUR, MINUTE, after } from './time.ts';

const which = fc.nat({ max: 3 });
/** Anything that can happen to a follow-up. */
export const step = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('claim' as const) }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('decide' as const), which }) },
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('begin' as const), which }) },
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('finish' as const),
			which,
			outcome: fc.constantFrom<SendResult['outcome']>('accepted', 'accepted', 'failed', 'retry', 'unknown'),
		}),
	},
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constant('status' as const),
			which,
			state: fc.constantFrom('sent', 'delivered', 'read', 'failed'),
			byCallback: fc.boolean(),
		}),
	},
	fc.record({ do: fc.constant('reply' as const), late: fc.boolean() }),
	fc.record({ do: fc.constant('plan' as const) }),
	fc.record({ do: fc.constant('release' as const), which }),
	fc.record({ do: fc.constant('recover' as const) }),
	fc.record({ do: fc.constant('cancel' as const) }),
	fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 9, 30, 240) }),
);
export type Step = (typeof step extends fc.Arbitrary<infer T> ? T : never) & { which?: number };

/** One customer, one chatbot with two follow-ups, and whatever happens to them. */
export class World {
	private now = after(4 * HOUR);
	private readonly leases = new Map<string, string>();
	private readonly messages = new Map<string, string>();
	/** How often the request to Meta was allowed, and how often Meta certainly did not accept it. */
	readonly begun = new Map<string, number>();
	readonly refusedForNow = new Map<string, number>();

	constructor(
		private readonly store: Store,
		private readonly story: Story,
	) {}

	async run(one: Step): Promise<void> {
		this.now = after(1_000, this.now);
		const { customer, chatbot } = this.story;
		const all = await this.all();
		const target = all[(one.which ?? 0) % Math.max(1, all.length)];
		const id = target?.id ?? 'nobody';
		const leaseToken = this.leases.get(id) ?? 'none';
		switch (one.do) {
			case 'plan':
				return await this.plan();
			case 'wait':
				this.now = after(one.minutes * MINUTE, this.now);
				return;
			case 'claim':
				for (const due of await claim(this.store, chatbot, this.now))
					this.leases.set(due.id, due.lease.token);
				return;
			case 'decide':
				await this.store.recordDecision(toSend(id), leaseToken, this.now);
				return;
			case 'begin':
				if ((await this.store.beginSend(id, leaseToken, this.now)).ok) count(this.begun, id);
				return;
			case 'finish':
				if (target?.state === 'sending' || target?.state === 'unknown') await this.finish(id, one.outcome);
				return;
			case 'status': {
				if (!this.begun.has(id)) return;
				const messageId = this.messageId(id);
				const callback = one.byCallback ? id : undefined;
				const state = one.state as 'sent' | 'delivered' | 'read' | 'failed';
				await this.store.ingest([customer.status(messageId, state, this.now, callback)], this.now);
				return;
			}
			case 'reply':
				await this.store.ingest(
					[customer.writes('Hm', one.late ? after(-5 * HOUR, this.now) : this.now)],
					this.now,
				);
				return;
			case 'release': {
				const options = { retryAt: this.now, countsAsAttempt: true };
				await this.store.release([{ id, leaseToken }], options, this.now);
				return;
			}
			case 'recover':
				this.now = after(LEASE_MS, this.now);
				await this.store.recoverLeases(this.now);
				return;
			case 'cancel':
				await this.store.cancel(customer.key, {}, this.now);
		}
	}

	/** Plans both follow-ups for the present silence, due at once. */
	async plan(): Promise<void> {
		const conversation = await this.store.conversation(this.story.customer.key);
		const anchor = {
			id: conversation?.lastInboundId ?? this.story.anchor.id,
			at: conversation?.lastInboundAt ?? this.story.anchor.at,
		};
		const dueAt = this.now.toISOString();
		const plans = ['reminder', 'second'].map((followUpId) =>
			planFor({ ...this.story, anchor }, { followUpId, name: followUpId, dueAt }),
		);
		await this.store.schedule(plans, this.now);
	}

	async all() {
		const all = await this.store.list({ chatbot: this.story.chatbot, limit: 100 });
		const place = ({ createdAt, followUpId }: (typeof all)[number]) => `${createdAt} ${followUpId}`;
		return all.sort((a, b) => place(a).localeCompare(place(b)));
	}

	private async finish(id: string, outcome: SendResult['outcome']): Promise<void> {
		const results: Record<SendResult['outcome'], SendResult> = {
			accepted: { outcome: 'accepted', messageId: this.messageId(id) },
			failed: { outcome: 'failed', code: 131026, message: 'Undeliverable' },
			retry: { outcome: 'retry', at: this.now, message: 'Not now' },
			unknown: { outcome: 'unknown', message: 'No answer' },
		};
		const { state } = await this.store.finishSend(id, results[outcome], this.now);
		if (outcome === 'retry' && state === 'scheduled') count(this.refusedForNow, id);
	}

	private messageId(id: string): string {
		const messageId = this.messages.get(id) ?? newId('wamid');
		this.messages.set(id, messageId);
		return messageId;
	}
}

const count = (of: Map<string, number>, id: string) => of.set(id, (of.get(id) ?? 0) + 1);
