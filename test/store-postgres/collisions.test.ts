import { openStore } from '../../lib/store/open-store.ts';
import type { Now } from '../../lib/store/database/now.ts';
import { atOnce } from '../support/connections.ts';
import { newCustomer } from '../support/customer.ts';
import { DUE, LEASE_MS, claim, followUpAt, toSend } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { MINUTE, START, after } from '../support/time.ts';

describe.each(databases)('what happens at the same moment on $name', (kind) => {
	const open = useStore(kind);

	test('an opt-out is not overwritten by other news of the same conversation', async () => {
		const customers = Array.from({ length: 10 }, () => newCustomer());
		await open.store.ingest(
			customers.map((customer) => customer.writes('hello', START)),
			START,
		);
		const at = after(MINUTE);
		const optOuts = customers.map((customer) => [[customer.writes('stop', at)], at] as [never[], Now]);
		const echoes = customers.map((one) => [[one.isAnswered('Until then', at)], at] as [never[], Now]);
		await atOnce(open.database.options, 'ingest', [optOuts, echoes, [...echoes].reverse()]);
		for (const customer of customers) {
			const conversation = await open.store.conversation(customer.key);
			expect(conversation).toMatchObject({
				optedOutAt: at.toISOString(),
				lastOutboundAt: at.toISOString(),
			});
		}
	});

	test('deliveries that name the same customers in another order all get in', async () => {
		const customers = Array.from({ length: 12 }, () => newCustomer());
		const delivery = (text: string) => customers.map((customer) => customer.writes(text));
		const forwards = Array.from({ length: 6 }, (_, n) => [delivery(`a${n}`), START] as [never[], Now]);
		const backwards = Array.from(
			{ length: 6 },
			(_, n) => [delivery(`b${n}`).reverse(), START] as [never[], Now],
		);
		const answers = await atOnce(open.database.options, 'ingest', [forwards, backwards]);
		expect(answers.flat().map(({ events }) => events.length)).toEqual(Array(12).fill(12));
		for (const customer of customers) expect(await open.store.transcript(customer.key, 50)).toHaveLength(12);
	}, 30_000);

	test('nor do deliveries of new customers in opposite orders wait for each other in a circle', async () => {
		const before = await open.database.deadlocks?.();
		const stores = await Promise.all([1, 2, 3, 4].map(async () => await openStore(open.database.options)));
		const customers = Array.from({ length: 12 }, () => newCustomer());
		const deliveries = stores.map((store, n) => {
			const events = customers.map((customer) => customer.writes(`from ${n}`));
			return async () => await store.ingest(n % 2 === 0 ? events : events.reverse(), START);
		});
		const taken = await Promise.all(deliveries.map(async (deliver) => await deliver()));
		expect(taken.map(({ events }) => events.length)).toEqual([12, 12, 12, 12]);
		// With the same news in other orders, too: seen before, by all of them.
		const again = customers.map((customer) => customer.writes('again', after(MINUTE)));
		const twice = stores.map(async (store, n) => {
			const events = n % 2 === 0 ? again : [...again].reverse();
			return (await store.ingest(events, after(MINUTE))).events.length;
		});
		expect((await Promise.all(twice)).reduce((sum, count) => sum + count)).toBe(12);
		await Promise.all(stores.map(async (store) => await store.close()));
		expect(await open.database.deadlocks?.()).toEqual(before);
	}, 60_000);

	test('what many runs give back at once, in opposite orders, is given back', async () => {
		const prepared = [];
		for (let n = 0; n < 8; n++) prepared.push(await followUpAt(open.store, 'claimed'));
		const claims = prepared.map(({ id, leaseToken }) => ({ id, leaseToken }));
		const news = prepared.map(({ customer }) => customer.isAnswered('Until then', DUE));
		const before = await open.database.deadlocks?.();
		const giveBack = { retryAt: after(MINUTE, DUE), countsAsAttempt: false };
		const [released] = await Promise.all([
			open.store.release([...claims].reverse(), giveBack, DUE),
			open.store.ingest(news, DUE),
			open.store.release(claims, giveBack, DUE),
		]);
		expect(released).toBeLessThanOrEqual(claims.length);
		for (const { id } of prepared) expect((await open.store.get(id))?.state).toBe('scheduled');
		expect(await open.database.deadlocks?.()).toEqual(before);
	}, 60_000);

	test('a reply and the last step before sending: one of them comes first, and the other one knows', async () => {
		const prepared = [];
		for (let n = 0; n < 15; n++) prepared.push(await followUpAt(open.store, 'decided'));
		const replies = prepared.map(
			({ customer }) => [[customer.writes('here I am', DUE)], DUE] as [never[], Now],
		);
		const sends = prepared.map(({ id, leaseToken }) => [id, leaseToken, DUE] as [string, string, Now]);
		const [begun] = await Promise.all([
			atOnce(open.database.options, 'beginSend', [sends]),
			atOnce(open.database.options, 'ingest', [replies]),
		]);
		for (const [n, { id }] of prepared.entries()) {
			const { state } = (await open.store.get(id)) ?? {};
			// Begun before the reply was recorded, or ended by it; nothing between.
			expect(begun[0]?.[n]?.ok ? ['sending'] : ['ended']).toContain(state);
		}
	}, 30_000);

	test('of many who begin to send the same follow-up one does', async () => {
		const { id, leaseToken, now } = await followUpAt(open.store, 'decided');
		const call = [id, leaseToken, DUE] as [string, string, Now];
		const answers = await atOnce(open.database.options, 'beginSend', [[call], [call], [call], [call]]);
		expect(answers.flat().filter(({ ok }) => ok)).toHaveLength(1);
		expect((await now()).state).toBe('sending');
	});

	test('a lease that ran out while another process recovers it is not used any more', async () => {
		const { id, leaseToken, chatbot } = await followUpAt(open.store, 'decided');
		const late = after(LEASE_MS, DUE);
		await open.store.recoverLeases(late);
		const [again] = await claim(open.store, chatbot, late);
		await open.store.recordDecision(toSend(id), again?.lease.token as string, late);
		expect(await open.store.beginSend(id, leaseToken, late)).toMatchObject({ ok: false });
		expect(await open.store.beginSend(id, again?.lease.token as string, late)).toMatchObject({ ok: true });
	});
});
