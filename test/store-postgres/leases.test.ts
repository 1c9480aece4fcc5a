import { keepingLeases } from '../../lib/index.ts';
import { claim, DUE, followUpAt, LEASE_MS } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { MINUTE, after } from '../support/time.ts';

describe.each(databases)('leases of runs that take long, on $name', (kind) => {
	const open = useStore(kind);

	test('signs of life keep the lease over any time, and without them it runs out', async () => {
		const { id, leaseToken, chatbot, now } = await followUpAt(open.store, 'claimed');
		let time = DUE;
		let beat = () => {};
		await keepingLeases(
			{ ...open.store, now: async () => time },
			[{ id, leaseToken }],
			async () => {
				for (let minute = 1; minute <= 40; minute++) {
					time = after(minute * MINUTE, DUE);
					const before = (await now()).lease?.until as string;
					beat();
					// The sign of life is on its way; the lease moves as soon as it no longer reaches far enough.
					const wanted = Math.max(Date.parse(before), time.getTime() + 2 * MINUTE);
					while (Date.parse((await now()).lease?.until as string) < wanted) await Promise.resolve();
					await open.store.recoverLeases(time);
					expect(await claim(open.store, chatbot, time)).toEqual([]);
				}
			},
			{ every: (_ms, run) => ((beat = run), () => {}) },
		);
		await open.store.recoverLeases(after(3 * MINUTE, time));
		expect((await now()).state).toBe('scheduled');
	}, 20_000);

	test('a lease that ran out, or is another run’s, is not brought back to life', async () => {
		const { id, leaseToken, now } = await followUpAt(open.store, 'claimed');
		const claims = [{ id, leaseToken }];
		expect(await open.store.extendLeases([{ id, leaseToken: 'another' }], LEASE_MS, DUE)).toBe(0);
		expect(await open.store.extendLeases(claims, LEASE_MS, after(LEASE_MS, DUE))).toBe(0);
		expect(await open.store.extendLeases(claims, LEASE_MS, after(MINUTE, DUE))).toBe(1);
		expect((await now()).lease?.until).toBe(after(MINUTE + LEASE_MS, DUE).toISOString());
	});

	test('a shorter extension never shortens a lease', async () => {
		const { id, leaseToken, now } = await followUpAt(open.store, 'claimed');
		await open.store.extendLeases([{ id, leaseToken }], MINUTE, DUE);
		expect((await now()).lease?.until).toBe(after(LEASE_MS, DUE).toISOString());
	});
});
