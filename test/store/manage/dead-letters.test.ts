import type { Store } from '../../../lib/index.ts';
import { DUE, LEASE_MS, claim, followUpAt, toSend } from '../../support/scheduled.ts';
import { databases, useStore } from '../../support/stores.ts';
import { HOUR, after } from '../../support/time.ts';

const LATER = after(LEASE_MS, DUE);

/** A follow-up that was decided on and that no node of its run sent. */
async function notTakenUp(store: Store) {
	const one = await followUpAt(store, 'claimed');
	await store.recordDecision(toSend(one.id), one.leaseToken, DUE);
	await store.noteRunEnd([{ id: one.id, leaseToken: one.leaseToken }], 'well', 0, DUE);
	await store.recoverLeases(LATER);
	return one;
}

describe.each(databases)('what could not be brought to an end, on $name', (kind) => {
	const open = useStore(kind);

	test('is counted, listed, and due again when a person sends it again', async () => {
		const { store } = open;
		const before = await store.countDeadLetters(DUE);
		const { id, chatbot, now } = await notTakenUp(store);
		expect(await store.countDeadLetters(DUE)).toBe(before + 1);
		expect(await store.countDeadLetters(after(HOUR, DUE))).toBe(0);
		const listed = await store.listActivity({ chatbot, deadLetters: true }, { limit: 5 });
		expect(listed.items.map((one) => one.id)).toEqual([id]);

		await store.makeDue(id, LATER);
		expect(await now()).toMatchObject({ state: 'scheduled', attempts: 0, dueAt: LATER.toISOString() });
		expect((await now()).decision).toBeUndefined();
		expect(await claim(store, chatbot, LATER)).toMatchObject([{ id, attempts: 1 }]);
		expect(await store.countDeadLetters(DUE)).toBe(before);
		expect((await store.audit(id)).at(-2)).toMatchObject({
			...{ from: 'ended', to: 'scheduled', code: 'due_now_by_user' },
		});
	});

	test('a message that Meta certainly did not take in five attempts can be sent again too', async () => {
		const { store } = open;
		const { id, chatbot, now } = await followUpAt(store, 'scheduled');
		for (let n = 0; n < 5; n++) {
			const at = after(n * HOUR, DUE);
			const [due] = await claim(store, chatbot, at);
			await store.recordDecision(toSend(id), due?.lease.token as string, at);
			await store.beginSend(id, due?.lease.token as string, at);
			await store.finishSend(id, { outcome: 'retry', at, message: 'Try again' }, at);
		}
		expect(await now()).toMatchObject({ state: 'failed', reason: { code: 'dead_letter' } });
		await store.makeDue(id, after(5 * HOUR, DUE));
		expect(await now()).toMatchObject({ state: 'scheduled', attempts: 0 });
		expect((await now()).error).toBeUndefined();
	});

	test('it is refused when the customer has written since', async () => {
		const { store } = open;
		const overtaken = await notTakenUp(store);
		await store.ingest([overtaken.customer.writes('I am back', after(HOUR, DUE))], after(HOUR, DUE));
		await expect(store.makeDue(overtaken.id, after(HOUR, DUE))).rejects.toThrow(/has written since/);
	});

	test('what a rule or a person ended stays ended', async () => {
		const { store } = open;
		const { id, customer } = await followUpAt(store, 'scheduled');
		await store.cancel(customer.key, {}, DUE);
		await expect(store.makeDue(id, DUE)).rejects.toThrow(/is over/);
	});
});
