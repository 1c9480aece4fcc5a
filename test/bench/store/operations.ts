import { randomUUID } from 'node:crypto';
import type { MessagingEvent } from '../../../lib/messaging/messaging-event.ts';
import type { DueFollowUp } from '../../../lib/follow-up/types.ts';
import type { BeginSend } from '../../../lib/store/queue/types.ts';
import { Chance } from '../../simulation/chance.ts';
import type { Bench } from '../bench.ts';
import type { Store } from '../built-engine.ts';
import { timed, type Took } from '../timed.ts';
import { addressOf, CHATBOT, SOURCE } from './fill.ts';

export const CLAIM = 100;
/** Claims that are not counted: the first ones of a connection prepare its statements. */
export const WARM_UP = 3;
const LEASE_MS = 600_000;
const ONCE = { warmUp: 0 };

/** What each operation took, as often as it was done. */
export type Times = Record<string, Took>;

/** Claims so many times; what was claimed is for `timeOperations`. The database must have that much that is due. */
export async function timeClaims(store: Store, times: number): Promise<{ claim: Took; due: DueFollowUp[] }> {
	const due: DueFollowUp[] = [];
	const claim = await timed(
		times,
		async () =>
			due.push(
				...(await store.claimDue({
					chatbot: CHATBOT,
					now: await store.now(),
					limit: CLAIM,
					leaseMs: LEASE_MS,
				})),
			),
		{ warmUp: WARM_UP },
	);
	if (due.length < (times + WARM_UP) * CLAIM)
		throw new Error(`${times + WARM_UP} claims of ${CLAIM} found only ${due.length} follow-ups`);
	return { claim, due };
}

/** Times what else the store does, on a database with so many scheduled follow-ups of which some are claimed. */
export async function timeOperations(
	bench: Bench,
	store: Store,
	count: number,
	due: readonly DueFollowUp[],
): Promise<Times> {
	const chance = new Chance(bench.size.seed);
	const somebody = () => 1 + Math.floor(chance.next() * count);
	const listener = { id: 'bench', wants: () => true };
	const ingest = await timed(bench.scaled(400, 50), async () => {
		// Customers whose follow-up is pending: it ends, and a new one is planned.
		const event = messageFrom(somebody());
		await store.ingest([event], await store.now(), { listener, planBy: [SOURCE] });
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
			...{ action: 'send' as const, code: 'decided_send' as const, sentence: 'It fits' },
			...{ followUpId: one.followUpId, scheduledId: one.id },
			content: { kind: 'text' as const, text: 'Shall we go ahead with your appointment?' },
		};
		await store.recordDecision(decision, one.lease.token, await store.now());
		let begun: BeginSend | undefined;
		note(
			begin,
			await timed(
				1,
				async () => (begun = await store.beginSend(one.id, one.lease.token, await store.now())),
				ONCE,
			),
		);
		// A customer of the ingests before may have written meanwhile; then it is right that nothing is sent.
		if (!begun?.ok) continue;
		const accepted = { outcome: 'accepted' as const, messageId: `wamid.${randomUUID()}` };
		note(
			finish,
			await timed(1, async () => await store.finishSend(one.id, accepted, await store.now()), ONCE),
		);
	}
	const ofOne = await timed(
		bench.scaled(100, 10),
		async () => await store.list({ conversation: keyOf(somebody()), states: ['scheduled'] }),
	);
	return { ingest, begin, finish, 'list of one customer': ofOne };
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
