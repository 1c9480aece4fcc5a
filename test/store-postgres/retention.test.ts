import type { Now } from '../../lib/store/database/now.ts';
import { newId } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { DUE, followUpAt, silence } from '../support/scheduled.ts';
import { HOUR, START, after } from '../support/time.ts';

const DAY = 24 * HOUR;
const KEEP = { messageDays: 90, followUpDays: 400, auditDays: 400 };

describe.each(databases)('retention on $name', (kind) => {
	const open = useStore(kind);
	const tidied = async (now: Now, keep = KEEP) => {
		for (let rounds = 1; ; rounds++) if ((await open.store.sweep({ ...keep, now })).done) return rounds;
	};

	test('what is past its age is deleted, to the day; live follow-ups, opt-outs and conversations stay', async () => {
		const live = await followUpAt(open.store, 'scheduled');
		const over = await followUpAt(open.store, 'scheduled');
		await open.store.cancel(over.customer.key, {}, DUE);
		const quiet = (await silence(open.store)).customer;
		await open.store.ingest([quiet.writes('stop', DUE)], DUE);

		await tidied(after(400 * DAY - HOUR, DUE));
		expect(await open.store.get(over.id)).toBeDefined();
		expect(await open.store.transcript(over.customer.key, 10)).toEqual([]);

		await tidied(after(400 * DAY + HOUR, DUE));
		expect(await open.store.get(over.id)).toBeUndefined();
		expect(await open.store.audit(over.id)).toEqual([]);
		expect((await live.now()).state).toBe('scheduled');
		expect(await open.store.audit(live.id)).toHaveLength(1);
		expect((await open.store.conversation(quiet.key))?.optedOutAt).toBe(DUE.toISOString());
	});

	test('what messages cost goes with them, and turns of the pace after a day', async () => {
		const account = { channel: 'whatsapp', account: newId('account') } as const;
		const cost = { ...account, messageId: newId('wamid'), currency: 'USD', estimate: { low: 1, high: 1 } };
		await open.store.noteCost(cost, START);
		const before = await open.store.sweep({ ...KEEP, now: after(399 * DAY) });
		expect(before.costs).toBe(0);
		expect((await open.store.spentSince(account, 'USD', START)).messages).toBe(1);
		await tidied(after(401 * DAY));
		expect((await open.store.spentSince(account, 'USD', START)).messages).toBe(0);
	});

	test('large amounts go in small batches', async () => {
		const { customer } = await silence(open.store);
		const events = Array.from({ length: 1_200 }, (_, n) =>
			customer.event('read', after(n), { id: `read${n}` }),
		);
		await open.store.ingest(events, START);
		expect(await tidied(after(30 * DAY))).toBeGreaterThan(2);
		expect(await open.store.sweep({ ...KEEP, now: after(30 * DAY) })).toMatchObject({
			seenEvents: 0,
			done: true,
		});
	});
});
