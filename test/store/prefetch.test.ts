import type { Prefetched } from '../../lib/index.ts';
import { claim, DUE, followUpAt } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, after } from '../support/time.ts';

const prefetched: Prefetched = {
	...{ inputFingerprint: 'b', model: 'm', notBefore: null },
	own: { trigger: true, reason: 'Still open', confidence: 0.8, sendAt: null, message: 'Shall we?' },
};

describe.each(databases)('what a model said ahead, on $name', (kind) => {
	const open = useStore(kind);

	test('is there when the follow-up is claimed, and changes nothing else of it', async () => {
		const one = await followUpAt(open.store, 'scheduled');
		const before = await one.now();
		await open.store.keepPrefetched([{ scheduledId: one.id, prefetched }]);
		expect(await one.now()).toEqual({ ...before, prefetched });
		expect(await claim(open.store, one.chatbot, DUE)).toMatchObject([{ id: one.id, prefetched }]);
	});

	test('is kept with one that came due and is put off', async () => {
		const one = await followUpAt(open.store, 'claimed');
		await open.store.keepPrefetched([{ scheduledId: one.id, prefetched }]);
		const until = after(HOUR, DUE);
		const wait = {
			scheduledId: one.id,
			followUpId: 'reminder',
			action: 'wait',
			code: 'quiet_hours',
			sentence: 'Night',
		} as const;
		await open.store.recordDecision({ ...wait, until: until.toISOString() }, one.leaseToken, DUE);
		expect(await claim(open.store, one.chatbot, until)).toMatchObject([{ id: one.id, prefetched }]);
	});

	test('is dropped when the follow-up no longer waits', async () => {
		const one = await followUpAt(open.store, 'sending');
		await open.store.keepPrefetched([{ scheduledId: one.id, prefetched }]);
		expect((await one.now()).prefetched).toBeUndefined();
	});
});
