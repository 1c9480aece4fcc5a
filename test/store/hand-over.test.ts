import type { Claim, Now } from '../../lib/index.ts';
import { DUE, LEASE_MS, claim, claimOf, followUpAt, handOut, toSend } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';

describe.each(databases)('a follow-up handed to a run on $name', (kind) => {
	const open = useStore(kind);

	async function handedOut() {
		const one = await followUpAt(open.store, 'scheduled');
		const again = async (at: Now) => (await handOut(open.store, one.chatbot, at)).map(claimOf);
		const [first] = await again(DUE);
		return { ...one, again, first: first as Claim };
	}

	test('is no attempt until the run begins, however often it only waited in the queue', async () => {
		const { again, now, id } = await handedOut();
		for (let n = 1; n <= 8; n++) {
			const at = after(n * HOUR, DUE);
			expect((await open.store.recoverLeases(at)).notBegun).toBeGreaterThan(0);
			expect(await now()).toMatchObject({ state: 'scheduled', attempts: 0, reason: { code: 'not_begun' } });
			expect(await again(at)).toMatchObject([{ id }]);
		}
		const held = (await now()).lease?.token as string;
		expect(await open.store.takeUp([{ id, leaseToken: held }], after(9 * HOUR, DUE))).toEqual([id]);
		expect(await now()).toMatchObject({ state: 'claimed', attempts: 1 });
	});

	test('stays handed out while it is told that the run waits, and not after it has begun', async () => {
		const { first, now, again } = await handedOut();
		for (let n = 1; n <= 30; n++) {
			const at = after(n * MINUTE, DUE);
			expect(await open.store.holdQueued([first], 2 * MINUTE, at)).toBe(1);
			await open.store.recoverLeases(at);
			expect(await again(at)).toEqual([]);
		}
		expect((await now()).state).toBe('claimed');
		const begun = after(30 * MINUTE, DUE);
		expect(await open.store.takeUp([first], begun)).toEqual([first.id]);
		expect(await open.store.holdQueued([first], HOUR, begun)).toBe(0);
		expect(Date.parse((await now()).lease?.until ?? '')).toBeLessThanOrEqual(begun.getTime() + 2 * MINUTE);
	});

	test('belongs to the run that begins late as long as nobody else has it, and the run has time for it', async () => {
		const { first, now } = await handedOut();
		const late = after(5 * LEASE_MS, DUE);
		expect(await open.store.takeUp([first], late)).toEqual([first.id]);
		await open.store.recoverLeases(after(MINUTE, late));
		expect((await now()).state).toBe('claimed');
	});

	test('is left alone by a run that begins when another has it, or when it has ended', async () => {
		const { first, again, now } = await handedOut();
		const later = after(LEASE_MS, DUE);
		await open.store.recoverLeases(later);
		expect(await open.store.takeUp([first], later)).toEqual([]);
		await again(later);
		expect(await open.store.takeUp([first], later)).toEqual([]);
		expect(await now()).toMatchObject({ state: 'claimed', attempts: 0 });
		const ended = await handedOut();
		await open.store.cancel(ended.customer.key, {}, DUE);
		expect(await open.store.takeUp([ended.first], DUE)).toEqual([]);
	});

	test('counts once, however many nodes of the run begin with it', async () => {
		const { first, now } = await handedOut();
		await open.store.takeUp([first], DUE);
		expect(await open.store.takeUp([first], DUE)).toEqual([first.id]);
		expect((await now()).attempts).toBe(1);
	});

	test('is given up after five runs that ended without beginning with it', async () => {
		const { id, chatbot, now } = await followUpAt(open.store, 'scheduled');
		for (let n = 0; n < 5; n++) {
			const at = after(n * HOUR, DUE);
			const [due] = (await handOut(open.store, chatbot, at)).map(claimOf);
			await open.store.noteRunEnd([due as Claim], 'well', 0, at);
			await open.store.recoverLeases(after(LEASE_MS, at));
		}
		expect(await now()).toMatchObject({ id, state: 'ended', reason: { code: 'dead_letter' } });
	});

	describe('decided to be sent', () => {
		async function decided() {
			const one = await followUpAt(open.store, 'claimed');
			await open.store.recordDecision(toSend(one.id), one.leaseToken, DUE);
			return { ...one, held: [{ id: one.id, leaseToken: one.leaseToken }] };
		}
		const afterLease = after(LEASE_MS, DUE);

		test('and not taken up by a run that ended well, it ends once as such', async () => {
			const { held, now, chatbot } = await decided();
			await open.store.noteRunEnd(held, 'well', 0, DUE);
			await open.store.recoverLeases(after(LEASE_MS - 1, DUE));
			expect((await now()).state).toBe('claimed');
			expect((await open.store.recoverLeases(afterLease)).notTakenUp).toBe(1);
			expect(await now()).toMatchObject({ state: 'ended', reason: { code: 'not_taken_up' } });
			expect(await claim(open.store, chatbot, after(10 * HOUR, DUE))).toEqual([]);
		});

		test('it may still be sent by what the run has started, until its lease runs out', async () => {
			const { held, id, leaseToken } = await decided();
			await open.store.noteRunEnd(held, 'well', 0, DUE);
			expect(await open.store.beginSend(id, leaseToken, after(-1, afterLease))).toMatchObject({ ok: true });
		});

		test('and the run failed or crashed before it was sent, it is tried again', async () => {
			for (const end of ['badly', undefined] as const) {
				const { held, now } = await decided();
				if (end) await open.store.noteRunEnd(held, end, 0, DUE);
				await open.store.recoverLeases(afterLease);
				expect(await now()).toMatchObject({ state: 'scheduled', reason: { code: 'lease_expired' } });
			}
		});

		test('and the run sleeps, it is kept for it, and is not decided on a second time', async () => {
			const { held, now, id, leaseToken } = await decided();
			await open.store.noteRunEnd(held, 'waits', 20 * HOUR, DUE);
			await open.store.recoverLeases(after(19 * HOUR, DUE));
			expect((await now()).state).toBe('claimed');
			expect((await open.store.beginSend(id, leaseToken, after(19 * HOUR, DUE))).ok).toBe(true);
			const never = await decided();
			await open.store.noteRunEnd(never.held, 'waits', 20 * HOUR, DUE);
			await open.store.recoverLeases(after(20 * HOUR, DUE));
			expect(await never.now()).toMatchObject({ state: 'ended', reason: { code: 'not_taken_up' } });
		});
	});
});
