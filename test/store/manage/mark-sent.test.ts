import { DUE, followUpAt, toSend } from '../../support/scheduled.ts';
import { databases, useStore } from '../../support/stores.ts';
import { HOUR, after } from '../../support/time.ts';

describe.each(databases)('a follow-up that another node sends, on $name', (kind) => {
	const open = useStore(kind);

	test('is accepted with the ID that its sender tells, once, and without one as well', async () => {
		const { store } = open;
		for (const messageId of ['wamid.elsewhere', undefined]) {
			const { id, now } = await followUpAt(store, 'sending');
			await store.markSent(id, messageId ? { messageId } : {}, DUE);
			const sent = { state: 'accepted', messageId: messageId ?? `elsewhere:${id}` };
			expect(await now()).toMatchObject(sent);
			await store.markSent(id, { messageId: 'told again' }, after(HOUR, DUE));
			expect(await now()).toMatchObject(sent);
		}
	});

	test('failed when its sender says so, with the reason', async () => {
		const { id, now } = await followUpAt(open.store, 'sending');
		await open.store.markSent(id, { failed: 'No such number' }, DUE);
		expect(await now()).toMatchObject({ state: 'failed', error: { message: 'No such number' } });
	});

	test('is unknown when nothing is heard of it, and settled when it is', async () => {
		const { id, now } = await followUpAt(open.store, 'sending');
		await open.store.recoverLeases(after(HOUR, DUE));
		expect((await now()).state).toBe('unknown');
		await open.store.markSent(id, { messageId: 'wamid.late' }, after(HOUR, DUE));
		expect((await now()).state).toBe('accepted');
	});

	test('is refused when its sending was never begun', async () => {
		const { id, leaseToken } = await followUpAt(open.store, 'claimed');
		await open.store.recordDecision(toSend(id), leaseToken, DUE);
		await expect(open.store.markSent(id, {}, DUE)).rejects.toThrow(/was not begun to be sent/);
		await expect(open.store.markSent('nothing', {}, DUE)).rejects.toThrow(/There is no scheduled/);
	});
});
