import { asNow } from '../../lib/store/database/now.ts';
import { newCustomer } from '../support/customer.ts';
import { DUE, followUpAt } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { DAY, HOUR, MINUTE, START, after } from '../support/time.ts';

describe.each(databases)('how everything is doing, on $name', (kind) => {
	const open = useStore(kind);
	const isUncollected = async (chatbot: string, at: Date) =>
		(await open.store.uncollected(asNow(at))).find((one) => one.chatbot === chatbot);

	test('what is due for several looks is told of its chatbot', async () => {
		const { chatbot } = await followUpAt(open.store, 'scheduled');
		expect(await isUncollected(chatbot, after(MINUTE, DUE))).toBeUndefined();
		expect(await isUncollected(chatbot, after(6 * MINUTE, DUE))).toMatchObject({
			...{ count: 1, since: DUE.toISOString() },
		});
		await open.store.noteLooks(chatbot, 10 * MINUTE, DUE);
		expect(await isUncollected(chatbot, after(20 * MINUTE, DUE))).toBeUndefined();
		expect(await isUncollected(chatbot, after(31 * MINUTE, DUE))).toMatchObject({
			lookedAt: DUE.toISOString(),
		});
		await open.store.noteClosed(chatbot, after(32 * MINUTE, DUE));
		expect(await isUncollected(chatbot, after(33 * MINUTE, DUE))).not.toHaveProperty('lookedAt');
	});

	test('what a run holds is collected', async () => {
		const { chatbot } = await followUpAt(open.store, 'claimed');
		expect(await isUncollected(chatbot, after(HOUR, DUE))).toBeUndefined();
	});

	test('the last delivery of Meta is the newest event that came in', async () => {
		const at = after(50 * DAY);
		const customer = newCustomer();
		await open.store.ingest([customer.writes('Hola', at)], at);
		expect(await open.store.lastDeliveryAt(after(MINUTE, at))).toBe(at.toISOString());
	});

	test('a customer who is deleted is no delivery, neither then nor when the marks of their messages come of age', async () => {
		const [customer, at] = [newCustomer(), after(55 * DAY)];
		await open.store.ingest([customer.writes('Hola', at), customer.isAnswered('Con gusto', at)], at);
		await open.store.deleteConversation({ key: customer.key }, { keepOptOut: false }, after(HOUR, at));
		for (const later of [after(2 * HOUR, at), after(31 * DAY, at)])
			expect(await open.store.lastDeliveryAt(later)).toBe(at.toISOString());
	});

	test('what was spent is summed up by currency, and what is unknown is counted apart', async () => {
		const account = { channel: 'whatsapp', account: '9' } as const;
		const at = after(60 * DAY);
		const cost = { ...account, market: 'CO', rates: {} };
		for (const [messageId, currency, high] of [
			['h1', 'COP', 50],
			['h2', 'COP', 70.5],
			['h3', 'USD', undefined],
		] as const)
			await open.store.noteCost(
				{ ...cost, messageId, currency, ...(high === undefined ? {} : { estimate: { low: 0, high } }) },
				at,
			);
		expect(await open.store.spentByCurrency(at)).toEqual([
			{ currency: 'COP', amount: 120.5, messages: 2, unknown: 0 },
			{ currency: 'USD', amount: 0, messages: 1, unknown: 1 },
		]);
		expect(await open.store.spentByCurrency(after(MINUTE, at))).toEqual([]);
	});

	test('a chatbot that is published cannot be removed; one that is not goes, and what it had planned ends', async () => {
		const one = await followUpAt(open.store, 'scheduled');
		await open.store.noteLooks(one.chatbot, 30_000, START);
		await expect(open.store.beginRemoveChatbot(one.chatbot, after(MINUTE))).rejects.toMatchObject({
			told: { code: 'published' },
		});
		await open.store.noteClosed(one.chatbot, after(2 * MINUTE));
		const begun = await open.store.beginRemoveChatbot(one.chatbot, after(3 * MINUTE));
		expect(begun).toEqual({ name: one.chatbot, followUps: ['reminder', 'second'] });
		expect(await open.store.endSwitchedOff(one.chatbot, 'reminder', after(3 * MINUTE))).toMatchObject({
			ended: 1,
		});
		await open.store.finishRemoveChatbot(one.chatbot);
		expect((await open.store.listChatbots()).map(({ id }) => id)).not.toContain(one.chatbot);
		expect(await open.store.chatbot(one.chatbot)).toBeUndefined();
		expect(await one.now()).toMatchObject({ state: 'ended', reason: { code: 'definition_inactive' } });
		expect(await open.store.beginRemoveChatbot(one.chatbot, after(4 * MINUTE))).toBeUndefined();
	});

	test('a trigger that fell silent counts as gone, and one that looks again as published', async () => {
		const { chatbot } = await followUpAt(open.store, 'scheduled');
		await open.store.noteLooks(chatbot, 30_000, START);
		await open.store.noteClosed(chatbot, after(MINUTE));
		const seen = async () => (await open.store.listChatbots()).find(({ id }) => id === chatbot);
		expect(await seen()).toMatchObject({ closedAt: after(MINUTE).toISOString() });
		await open.store.noteLooks(chatbot, 30_000, after(2 * MINUTE));
		expect(await seen()).not.toHaveProperty('closedAt');
		expect(await open.store.beginRemoveChatbot(chatbot, after(3 * HOUR))).toBeDefined();
	});
});
