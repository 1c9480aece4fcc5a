import { newId } from '../support/customer.ts';
import { silence } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { DAY, START, after } from '../support/time.ts';

describe.each(databases)('what an execution sends, item by item, on $name', (kind) => {
	const open = useStore(kind);

	async function item() {
		const { customer } = await silence(open.store);
		return { key: newId('run'), conversation: customer.key, callbackData: newId('call') };
	}

	test('is sent the first time, and comes back as it was sent when it is repeated', async () => {
		const one = await item();
		expect(await open.store.sentItem(one.key)).toBeUndefined();
		expect(await open.store.beginItem(one, START)).toBeUndefined();
		const message = { ...{ messageId: newId('wamid'), type: 'text', text: 'Hi' }, at: START.toISOString() };
		await open.store.recordOutbound(
			{
				...{ ...message, conversation: one.conversation, by: 'application' },
				item: { key: one.key, result: { held: true } },
			},
			START,
		);
		const again = await open.store.beginItem({ ...one, callbackData: 'another' }, after(DAY));
		expect(again).toEqual(await open.store.sentItem(one.key));
		expect(again).toMatchObject({
			conversation: { key: one.conversation },
			callbackData: one.callbackData,
			accepted: { ...message, result: { held: true } },
		});
	});

	test('is not known to have arrived when its answer was lost', async () => {
		const one = await item();
		await open.store.beginItem(one, START);
		const again = await open.store.beginItem(one, after(DAY));
		expect(again).toMatchObject({ begunAt: START.toISOString() });
		expect(again).not.toHaveProperty('accepted');
	});

	test('may be sent again when Meta certainly did not take it', async () => {
		const one = await item();
		await open.store.beginItem(one, START);
		await open.store.forgetItem(one.key);
		expect(await open.store.beginItem(one, START)).toBeUndefined();
	});

	test('is sent by one of those who begin with it at the same moment', async () => {
		const one = await item();
		const begun = await Promise.all([1, 2, 3, 4].map(async () => await open.store.beginItem(one, START)));
		expect(begun.filter((before) => before === undefined)).toHaveLength(1);
	});

	test('is forgotten after a month, when n8n knows the execution no more', async () => {
		const one = await item();
		await open.store.beginItem(one, START);
		const sweep = async (days: number) =>
			await open.store.sweep({
				...{ messageDays: 999, followUpDays: 999, auditDays: 999, now: after(days * DAY) },
			});
		expect((await sweep(29)).sentItems).toBe(0);
		expect((await sweep(31)).sentItems).toBeGreaterThan(0);
		expect(await open.store.sentItem(one.key)).toBeUndefined();
	});
});
