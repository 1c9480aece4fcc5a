import type { Now } from '../../lib/store/database/now.ts';
import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import type { ChatbotSource } from '../../lib/index.ts';
import { newId } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

describe.each(databases)('a chatbot that every run tells the store of, on $name', (kind) => {
	const open = useStore(kind);

	const chatbotOf = (id: string, message = 'Shall we?') =>
		parseChatbot({
			...{ id, stopCondition: 'When the customer confirms' },
			followUps: [{ name: 'Reminder', description: 'When silent', messageSource: 'fixed', message }],
		});
	const seenAt = async (id: string) =>
		(await open.store.listChatbots()).find((one) => one.id === id)?.updatedAt;
	const tell = async (id: string, now: Now, message?: string, source?: ChatbotSource) =>
		await open.store.registerChatbot(chatbotOf(id, message), now, source);

	test('is written once an hour while it stays as it is, and answered alike each time', async () => {
		const id = newId('chatbot');
		const first = await tell(id, START);
		expect(await tell(id, after(10 * MINUTE))).toEqual(first);
		expect(await seenAt(id)).toBe(START.toISOString());
		expect(await tell(id, after(HOUR))).toEqual(first);
		expect(await seenAt(id)).toBe(after(HOUR).toISOString());
	});

	test('is written at once when anything of it changed', async () => {
		const id = newId('chatbot');
		await tell(id, START);
		const changed = await tell(id, after(MINUTE), 'Any questions?');
		expect(changed.followUps[0]?.message).toBe('Any questions?');
		expect(await seenAt(id)).toBe(after(MINUTE).toISOString());
		const source = (status: string): ChatbotSource => ({
			...{ id: `${id} node`, version: '1' },
			templates: [{ name: 'reminder', language: 'es', status }],
		});
		for (const [minutes, status] of [
			[2, 'APPROVED'],
			[3, 'PAUSED'],
		] as const) {
			await tell(id, after(minutes * MINUTE), 'Any questions?', source(status));
			expect(await seenAt(id)).toBe(after(minutes * MINUTE).toISOString());
		}
		await tell(id, after(4 * MINUTE), 'Any questions?', source('PAUSED'));
		expect(await seenAt(id)).toBe(after(3 * MINUTE).toISOString());
	});

	test('what was switched off from outside stays off', async () => {
		const id = newId('chatbot');
		const [followUp] = (await tell(id, START)).followUps;
		await open.store.setSwitch({ chatbot: id, followUp: followUp?.id ?? '', to: 'off' }, after(MINUTE));
		expect((await tell(id, after(2 * MINUTE))).followUps[0]?.active).toBe(false);
		expect((await tell(id, after(2 * HOUR))).followUps[0]?.active).toBe(false);
	});
});
