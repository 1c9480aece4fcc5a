import type { Chatbot } from '../../lib/index.ts';
import { DUE, claimOf, followUpAt, handOut } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';

describe.each(databases)('how long what is due waits to be begun with, on $name', (kind) => {
	const open = useStore(kind);
	const lookOf = async (id: string) => (await open.store.chatbot(id))?.lookMs;

	test('is how often the trigger looks and how long runs wait for their place, at most an hour', async () => {
		const { chatbot } = await followUpAt(open.store, 'scheduled');
		expect(await lookOf(chatbot)).toBeUndefined();
		await open.store.noteLooks(chatbot, 5 * MINUTE, DUE);
		expect(await lookOf(chatbot)).toBe(5 * MINUTE);
		const claims = (await handOut(open.store, chatbot, DUE)).map(claimOf);
		await open.store.takeUp(claims, after(10 * MINUTE, DUE));
		expect(await lookOf(chatbot)).toBe(15 * MINUTE);
		await open.store.noteLooks(chatbot, HOUR, DUE);
		expect(await lookOf(chatbot)).toBe(HOUR);
	});

	test('a long wait is forgotten by and by', async () => {
		const { chatbot, id } = await followUpAt(open.store, 'scheduled');
		await open.store.noteLooks(chatbot, 30_000, DUE);
		for (const waited of [8 * MINUTE, 0, 0]) {
			const claims = (await handOut(open.store, chatbot, DUE)).map(claimOf);
			await open.store.takeUp(claims, after(waited, DUE));
			await open.store.release(claims, { retryAt: DUE, countsAsAttempt: false }, DUE);
		}
		expect(await open.store.get(id)).toMatchObject({ state: 'scheduled' });
		expect(await lookOf(chatbot)).toBe(30_000 + 2 * MINUTE);
	});

	test('a chatbot is given it when its node registers it, whether anything has changed or not', async () => {
		const { chatbot: id } = await followUpAt(open.store, 'scheduled');
		const { activatedAt: _at, ...stored } = (await open.store.chatbot(id)) as Chatbot;
		await open.store.noteLooks(id, 30_000, DUE);
		const { lookMs: _look, ...same } = stored;
		expect((await open.store.registerChatbot(same, DUE)).lookMs).toBe(30_000);
		const changed = { ...same, stopCondition: 'Another' };
		expect((await open.store.registerChatbot(changed, DUE)).lookMs).toBe(30_000);
	});
});
