import {
	parseChatbot,
	planFollowUps,
	type ConversationWithHistory,
	type MessagingEvent,
} from '../../lib/index.ts';
import { newCustomer, newId } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

const followUp = (name: string, more: object = {}) => ({
	...{ name, delay: 4, delayUnit: 'hours' as const, description: 'When an appointment is not confirmed' },
	...{ messageSource: 'fixed' as const, message: 'Shall we?' },
	...more,
});

describe.each(databases)('planning while recording, on $name', (kind) => {
	const open = useStore(kind);

	/** A chatbot that its node has registered, and the same again with other follow-ups. */
	async function registered(followUps = [followUp('First'), followUp('Second', { delay: 6 })]) {
		const id = newId('chatbot');
		const source = { id: newId('source'), version: 'one' };
		const read = parseChatbot({ id, stopCondition: 'When the customer confirms', followUps });
		const chatbot = await open.store.registerChatbot(read, START, source);
		return {
			chatbot,
			source,
			takes: async (events: MessagingEvent[], now = after(MINUTE)) =>
				await open.store.ingest(events, now, { planBy: [source] }),
			planned: async () => await open.store.list({ chatbot: id }),
		};
	}

	test('plans what the node would plan, in the same transaction', async () => {
		const { chatbot, takes, planned } = await registered();
		const customer = newCustomer();
		const now = after(MINUTE);
		expect(await takes([customer.writes('Hello', now)], now)).toMatchObject({
			planned: 2,
			unknownSources: [],
		});
		const conversation = (await open.store.conversation(customer.key)) as ConversationWithHistory;
		const expected = planFollowUps({ chatbot, conversation, now }).planned;
		expect(await planned()).toMatchObject(
			expected.map(({ followUpId, requestedAt, allowedAt, dueAt, anchor, reasons }) => ({
				...{ followUpId, requestedAt, allowedAt, dueAt, anchor, reasons, state: 'scheduled' },
			})),
		);
		const [first] = await planned();
		expect(await open.store.audit(first?.id as string)).toMatchObject([{ to: 'scheduled', code: 'planned' }]);
		// Planning again, by the node, finds the same.
		const again = await open.store.schedule(expected, now);
		expect(again).toMatchObject({ scheduled: [], existing: [{}, {}] });
	});

	test('a redelivery plans nothing new; a new message cancels and plans anew', async () => {
		const { takes, planned } = await registered([followUp('Only')]);
		const customer = newCustomer();
		const message = customer.writes('Hello', after(MINUTE));
		expect((await takes([message])).planned).toBe(1);
		expect((await takes([message])).planned).toBe(0);
		const next = after(HOUR);
		expect(await takes([customer.writes('And on Friday?', next)], next)).toMatchObject({
			planned: 1,
			cancelled: 1,
		});
		expect((await planned()).map(({ state }) => state).sort()).toEqual(['ended', 'scheduled']);
	});

	test('nobody who opts out with the message, and no answer of the business, is planned for', async () => {
		const { takes, planned } = await registered();
		const [leaving, answered] = [newCustomer(), newCustomer()];
		await takes([leaving.writes('stop', after(MINUTE)), answered.isAnswered('Yes?', after(MINUTE))]);
		expect(await planned()).toEqual([]);
	});

	test('what needs a template that was last known to be rejected is not planned; a paused one may be approved again', async () => {
		const { chatbot, source, takes } = await registered([
			followUp('Late', { delay: 2, delayUnit: 'days', templateName: 'reminder', templateLanguage: 'es' }),
		]);
		const known = (status: string) => [{ name: 'reminder', language: 'es', status }];
		for (const [status, planned] of [
			['REJECTED', 0],
			['PAUSED', 1],
			['APPROVED', 1],
		] as const) {
			await open.store.registerChatbot(chatbot, START, { ...source, templates: known(status) });
			expect((await takes([newCustomer().writes('Hello', after(MINUTE))])).planned).toBe(planned);
		}
	});

	test('a source seen in another version, or never, is told and not planned by', async () => {
		const { chatbot, source, planned } = await registered();
		const edited = { ...source, version: 'two' };
		const never = { id: newId('source'), version: 'one' };
		const taken = await open.store.ingest([newCustomer().writes()], after(MINUTE), {
			planBy: [edited, never],
		});
		expect(taken).toMatchObject({ planned: 0, unknownSources: [edited, never] });
		expect(await planned()).toEqual([]);
		await open.store.registerChatbot(chatbot, after(MINUTE), edited);
		const known = await open.store.ingest([newCustomer().writes()], after(MINUTE), { planBy: [edited] });
		expect(known).toMatchObject({ planned: 2, unknownSources: [] });
	});

	test('a delivery of many customers plans for each of them', async () => {
		const { takes } = await registered([followUp('Only')]);
		const customers = Array.from({ length: 700 }, () => newCustomer());
		const messages = customers.map((customer) => customer.writes('Hello', after(MINUTE)));
		expect((await takes(messages)).planned).toBe(700);
	}, 60_000);
});
