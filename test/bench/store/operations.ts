import { randomUUID } from 'node:crypto';
import type { MessagingEvent } from '../../../lib/messaging/messaging-event.ts';
import type { DueFollowUp } from '../../../lib/follow-up/types.ts';
import type { BeginSend } from '../../../lib/store/store.ts';
import { Chance } from '../../simulation/chance.ts';
import type { Bench } from '../bench.ts';
import type { Store } from '../built-engine.ts';
import { timed, type Took } from '../timed.ts';
import { addressOf, CHATBOT, SOURCE } from './fill.ts';

const CLAIM = 100;
const LEASE_MS = 600_000;
const ONCE = { warmUp: 0 };

/** What each operation took, as often as it was done. */
export type Times = Record<string, Took>;

/** Times the store's operations on a database with so many scheduled follow-ups. */
export async function timeOperations(bench: Bench, store: Store, count: number): Promise<Times> {
	const chance = new Chance(bench.size.seed);
	const due: DueFollowUp[] = [];
	const claims = bench.scaled(60, 10);
	const claim = await timed(
		claims,
		async () =>
			due.push(
				...(await store.claimDue({ chatbot: CHATBOT, now: new Date(), limit: CLAIM, leaseMs: LEASE_MS })),
			),
		{ warmUp: 3 },
	);
	if (due.length < claims * CLAIM)
		throw new Error(`Only ${due.length} of ${count} follow-ups could be claimed`);

	const listener = { id: 'bench', wants: () => true };
	const ingest = await timed(bench.scaled(400, 50), async () => {
		// Customers whose follow-up is pending: it ends, and a new one is planned.
		const event = messageFrom(1 + Math.floor(chance.next() * count));
		await store.ingest([event], new Date(), { listener, planBy: [SOURCE] });
	});

	const sends = Math.min(bench.scaled(400, 50), due.length - 25);
	const begin: Took = { wall: [], cpu: [] };
	const finish: Took = { wall: [], cpu: [] };
	const note = (took: Took, one: Took) => {
		took.wall.push(...one.wall);
		took.cpu.push(...one.cpu);
	};
	for (const one of due.slice(-sends)) {
		const decision = {
			...{ action: 'send' as const, code: 'decided_send' as const, reason: 'It fits' },
			...{ followUpId: one.followUpId, scheduledId: one.id },
			content: { kind: 'text' as const, text: 'Shall we go ahead with your appointment?' },
		};
		await store.recordDecision(decision, one.lease.token, new Date());
		let begun: BeginSend | undefined;
		note(
			begin,
			await timed(1, async () => (begun = await store.beginSend(one.id, one.lease.token, new Date())), ONCE),
		);
		// A customer of the ingests before may have written meanwhile; then it is right that nothing is sent.
		if (!begun?.ok) continue;
		const accepted = { outcome: 'accepted' as const, messageId: `wamid.${randomUUID()}` };
		note(finish, await timed(1, async () => await store.finishSend(one.id, accepted, new Date()), ONCE));
	}
	const lists = bench.scaled(20, 5);
	return {
		...{ claim, ingest, begin, finish },
		'list pending': await timed(
			lists,
			async () => await store.list({ chatbot: CHATBOT, states: ['scheduled'] }),
		),
		'list overdue': await timed(
			lists,
			async () =>
				await store.list({
					chatbot: CHATBOT,
					states: ['scheduled'],
					dueBefore: new Date(Date.now() - 300_000),
				}),
		),
		'list of one customer': await timed(
			lists,
			async () => await store.list({ conversation: keyOf(1 + Math.floor(chance.next() * count)) }),
		),
	};
}

function keyOf(number: number): string {
	const { channel, account, contact } = addressOf(number);
	return `${channel}:${account}:${contact}`;
}

function messageFrom(number: number): MessagingEvent {
	const { channel, account, contact } = addressOf(number);
	const id = `wamid.${randomUUID()}`;
	return {
		...{ kind: 'message', id, channel, account, at: new Date().toISOString(), opensWindow: true, raw: {} },
		contact: { id: contact, phone: contact },
		message: { id, type: 'text', text: 'One more question: how long does it take?' },
	};
}
