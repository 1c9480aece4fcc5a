import { newCustomer, newId } from '../../support/customer.ts';
import { claim, DUE, followUpAt, planFor, silence, TEMPLATE, toSend } from '../../support/scheduled.ts';
import { databases, useStore } from '../../support/stores.ts';
import { HOUR, MINUTE, START, WINDOW, after } from '../../support/time.ts';

const SOON = after(5 * MINUTE);
const STRANGER = { key: 'whatsapp:210000000000001:573009998877' };

describe.each(databases)('changing a conversation on $name', (kind) => {
	const shared = useStore(kind);
	const conversationOf = async (key: string) => await shared.store.conversation(key);

	describe('pause', () => {
		test('without an end ends what is scheduled and being decided on, and keeps new ones out', async () => {
			const { store } = shared;
			const one = await followUpAt(store, 'claimed');
			const key = one.customer.key;
			const done = await store.pauseConversation({ key }, { why: 'Laura is on it' }, SOON);
			expect(done).toMatchObject({
				...{ changed: true, ended: 1, moved: 0 },
				conversation: { key, pausedAt: SOON.toISOString(), pauseReason: 'Laura is on it' },
			});
			expect(done.conversation.pausedUntil).toBeUndefined();
			expect(await one.now()).toMatchObject({
				...{
					state: 'ended',
					reason: { code: 'paused', sentence: 'The conversation is paused: Laura is on it' },
				},
			});
		});

		test('with an end puts off what is scheduled until then', async () => {
			const { store } = shared;
			const one = await followUpAt(store, 'scheduled');
			const until = after(6 * HOUR);
			const done = await store.pauseConversation({ key: one.customer.key }, { until }, SOON);
			expect(done).toMatchObject({ ended: 0, moved: 1 });
			expect(await one.now()).toMatchObject({
				...{ state: 'scheduled', dueAt: until.toISOString(), reason: { code: 'paused_until' } },
			});
			expect(await claim(store, one.chatbot, after(5 * HOUR))).toEqual([]);
			expect(await claim(store, one.chatbot, until)).toHaveLength(1);
		});

		test('that lasts until after the window closes ends what cannot go any more', async () => {
			const { store } = shared;
			const text = await followUpAt(store, 'scheduled');
			const until = after(WINDOW + HOUR);
			expect(await store.pauseConversation({ key: text.customer.key }, { until }, SOON)).toMatchObject({
				...{ ended: 1, moved: 0 },
			});
			expect((await text.now()).reason.code).toBe('window_closed');
			const template = await followUpAt(store, 'scheduled', { content: TEMPLATE });
			expect(await store.pauseConversation({ key: template.customer.key }, { until }, SOON)).toMatchObject({
				...{ ended: 0, moved: 1 },
			});
		});

		test('with an end can end what is scheduled too', async () => {
			const { store } = shared;
			const one = await followUpAt(store, 'scheduled');
			const pause = { until: after(6 * HOUR), endScheduled: true };
			expect((await store.pauseConversation({ key: one.customer.key }, pause, SOON)).ended).toBe(1);
			expect((await one.now()).reason.code).toBe('paused');
		});

		test('until a time that has passed is refused', async () => {
			const { store } = shared;
			const one = await followUpAt(store, 'scheduled');
			const paused = store.pauseConversation({ key: one.customer.key }, { until: START }, SOON);
			await expect(paused).rejects.toThrow(/has passed/);
			expect((await conversationOf(one.customer.key))?.pausedAt).toBeUndefined();
		});

		test('is over by resuming, which says whether there was one', async () => {
			const { store } = shared;
			const { customer } = await silence(store);
			await store.pauseConversation(customer, {}, SOON);
			const resumed = await store.resumeConversation(customer, SOON);
			expect(resumed).toMatchObject({ changed: true });
			expect(resumed.conversation.pausedAt).toBeUndefined();
			expect(await store.resumeConversation(customer, SOON)).toMatchObject({
				...{ changed: false, note: 'The conversation was not paused' },
			});
		});
	});

	describe('opt out', () => {
		test('ends everything that is live, and a second one is a newer wish that changes nothing', async () => {
			const { store } = shared;
			const one = await followUpAt(store, 'claimed');
			const done = await store.optOut({ key: one.customer.key }, 'all', SOON);
			expect(done).toMatchObject({ changed: true, ended: 1 });
			expect(done.conversation).toMatchObject({ optedOutAt: SOON.toISOString(), optedOutBy: 'business' });
			expect((await one.now()).reason.code).toBe('opted_out');
			const again = await store.optOut({ key: one.customer.key }, 'all', DUE);
			expect(again).toMatchObject({ changed: false, conversation: { optedOutAt: DUE.toISOString() } });
		});

		test("leaves the customer's own opt-out as it is", async () => {
			const { store } = shared;
			const { customer } = await silence(store);
			await store.ingest([customer.writes('STOP', SOON)], SOON);
			expect(await store.optOut(customer, 'all', DUE)).toMatchObject({
				...{ changed: false, conversation: { optedOutBy: 'customer', optedOutAt: SOON.toISOString() } },
			});
		});

		test('of marketing ends only what could go as a marketing template alone', async () => {
			const { store } = shared;
			const text = await followUpAt(store, 'scheduled');
			expect(await store.optOut(text.customer, 'marketing', SOON)).toMatchObject({ changed: true, ended: 0 });
			const story = await silence(store);
			const { chatbot } = await followUpAt(store, 'scheduled', { content: TEMPLATE });
			const dueAt = after(2 * WINDOW).toISOString();
			const { scheduled } = await store.schedule([planFor({ ...story, chatbot }, { dueAt })], START);
			expect(await store.optOut(story.customer, 'marketing', SOON)).toMatchObject({ ended: 1 });
			expect((await store.get(scheduled[0]?.id as string))?.reason.code).toBe('marketing_opted_out');
		});

		test('of somebody whom nobody knows says so, and makes no conversation', async () => {
			const { store } = shared;
			await expect(store.optOut(STRANGER, 'all', SOON)).rejects.toMatchObject({ name: 'RefusedError' });
			expect(await conversationOf(STRANGER.key)).toBeUndefined();
		});

		test('of somebody who has never written is remembered if that is meant', async () => {
			const { store } = shared;
			const contact = { phone: '573009998877' };
			const done = await store.optOut({ ...STRANGER, contact }, 'all', SOON, { evenIfUnknown: true });
			expect(done).toMatchObject({
				changed: true,
				note: expect.stringContaining('kept for when they write'),
			});
			expect(await conversationOf(STRANGER.key)).toMatchObject({ optedOutBy: 'business', contact });
		});
	});

	describe('opt in', () => {
		test('lifts what the customer wrote and what was set by hand, and keeps the consent', async () => {
			const { store } = shared;
			const { customer } = await silence(store);
			await store.ingest([customer.writes('STOP', SOON)], SOON);
			await store.optOut(customer, 'marketing', SOON);
			const done = await store.optIn(customer, 'Form of 23 November', DUE);
			expect(done).toMatchObject({
				changed: true,
				conversation: { optedInAt: DUE.toISOString(), optedInNote: 'Form of 23 November' },
			});
			for (const gone of ['optedOutAt', 'optedOutBy', 'marketingOptedOutAt', 'marketingOptedOutBy'])
				expect(done.conversation).not.toHaveProperty(gone);
			expect(await store.optIn(customer, 'again', DUE)).toMatchObject({
				...{ changed: false, note: 'The customer had not opted out; the consent is written down' },
				conversation: { optedInNote: 'again' },
			});
		});

		test('never lifts what the customer stopped at Meta, whether before or after a stop by hand', async () => {
			const { store } = shared;
			for (const handFirst of [true, false]) {
				const { customer } = await silence(store);
				const stop = customer.event('preference', SOON, {
					preference: { category: 'marketing_messages', value: 'stop' },
				} as object);
				if (handFirst) await store.optOut(customer, 'marketing', START);
				await store.ingest([stop], SOON);
				if (!handFirst) await store.optOut(customer, 'marketing', DUE);
				const done = await store.optIn(customer, 'They said so', DUE);
				expect(done).toMatchObject({
					changed: false,
					note: expect.stringContaining('only they can allow them again') as string,
					conversation: { marketingOptedOutAt: SOON.toISOString() },
				});
			}
		});

		test('a stop by hand that Meta then refuses too (131050) is the customer’s own', async () => {
			const { store } = shared;
			const { customer } = await silence(store);
			await store.optOut(customer, 'marketing', START);
			await store.stopMarketing(customer.key, SOON);
			expect(await store.optIn(customer, 'They said so', DUE)).toMatchObject({ changed: false });
		});
	});

	describe('mark converted', () => {
		test('ends what is scheduled and keeps value and currency', async () => {
			const { store } = shared;
			const one = await followUpAt(store, 'scheduled');
			const done = await store.markConverted(one.customer, { value: 129_900.5, currency: 'COP' }, SOON);
			expect(done).toMatchObject({
				...{ changed: true, ended: 1, conversation: { convertedAt: SOON.toISOString() } },
			});
			expect((await one.now()).reason.code).toBe('converted');
		});

		test('takes a follow-up from the run that decides about it, and from the one that is about to send it', async () => {
			const { store } = shared;
			const deciding = await followUpAt(store, 'claimed');
			expect(await store.markConverted(deciding.customer, {}, DUE)).toMatchObject({ ended: 1 });
			expect(await store.recordDecision(toSend(deciding.id), deciding.leaseToken, DUE)).toBe(false);
			const decided = await followUpAt(store, 'decided');
			expect(await store.markConverted(decided.customer, {}, DUE)).toMatchObject({ ended: 1 });
			expect((await store.beginSend(decided.id, decided.leaseToken, DUE)).ok).toBe(false);
			for (const one of [deciding, decided])
				expect(await one.now()).toMatchObject({ state: 'ended', reason: { code: 'converted' } });
		});

		test('told twice with the same reference counts once', async () => {
			const { store } = shared;
			const { customer } = await silence(store);
			const order = { reference: 'order-77' };
			expect((await store.markConverted(customer, order, SOON)).changed).toBe(true);
			expect(await store.markConverted(customer, order, DUE)).toMatchObject({
				...{ changed: false, conversation: { convertedAt: SOON.toISOString() } },
			});
			expect((await store.markConverted(customer, {}, DUE)).conversation.convertedAt).toBe(DUE.toISOString());
		});

		test('of a time before the customer wrote again leaves the new story alone', async () => {
			const { store } = shared;
			const one = await followUpAt(store, 'scheduled');
			const reachedAt = after(-HOUR);
			expect((await store.markConverted(one.customer, { reachedAt }, SOON)).ended).toBe(0);
			expect((await one.now()).state).toBe('scheduled');
		});

		test.each([
			[{ reachedAt: after(HOUR) }, /lies ahead/],
			[{ value: -1, currency: 'COP' }, /not an amount/],
			[{ value: Number.NaN, currency: 'COP' }, /not an amount/],
			[{ value: 5 }, /no currency/],
			[{ value: 5, currency: 'pesos' }, /not a currency code/],
		])('%j is refused and changes nothing', async (conversion, message) => {
			const { store } = shared;
			const one = await followUpAt(store, 'scheduled');
			await expect(store.markConverted(one.customer, conversion, SOON)).rejects.toThrow(message);
			expect((await one.now()).state).toBe('scheduled');
			expect((await conversationOf(one.customer.key))?.convertedAt).toBeUndefined();
		});
	});

	describe('add message', () => {
		test('of the business counts as spoken and leaves the window alone', async () => {
			const { store } = shared;
			const customer = newCustomer();
			await store.ingest([customer.writes('Hi', START)], START);
			const before = await conversationOf(customer.key);
			for (const by of ['application', 'person'] as const) {
				const done = await store.addMessage(customer, { by, text: `I am a ${by}` }, SOON);
				expect(done).toMatchObject({ changed: true, conversation: { lastOutboundBy: by } });
				expect(done.conversation.windowOpenedAt).toBe(before?.windowOpenedAt);
			}
			expect((await conversationOf(customer.key))?.personWroteAt).toBe(SOON.toISOString());
			expect((await store.transcript(customer.key, 9)).map(({ text, by }) => [text, by])).toEqual([
				['Hi', undefined],
				['I am a application', 'application'],
				['I am a person', 'person'],
			]);
		});

		test('of the customer ends what waits for their silence, and opens no window', async () => {
			const { store } = shared;
			const one = await followUpAt(store, 'scheduled');
			const before = await conversationOf(one.customer.key);
			const done = await store.addMessage(one.customer, { by: 'customer', text: 'I called you' }, SOON);
			expect(done).toMatchObject({ ended: 1, conversation: { lastInboundAt: SOON.toISOString() } });
			expect(done.conversation.windowOpenedAt).toBe(before?.windowOpenedAt);
			expect((await one.now()).reason.code).toBe('cancelled_reply');
		});

		test('of the customer who asks for no more messages is an opt-out', async () => {
			const { store } = shared;
			const { customer } = await silence(store);
			await store.addMessage(customer, { by: 'customer', text: 'No me escriban más' }, SOON);
			expect((await conversationOf(customer.key))?.optedOutAt).toBe(SOON.toISOString());
		});

		test('told twice with its ID is there once', async () => {
			const { store } = shared;
			const { customer } = await silence(store);
			const message = { by: 'application', text: 'Hi', messageId: newId('bot') } as const;
			await store.addMessage(customer, message, SOON);
			expect((await store.addMessage(customer, message, DUE)).changed).toBe(false);
			expect(await store.transcript(customer.key, 9)).toHaveLength(3);
		});

		test('from before does not move the last word back', async () => {
			const { store } = shared;
			const { customer } = await silence(store);
			const before = await conversationOf(customer.key);
			const saidAt = after(-HOUR);
			const done = await store.addMessage(customer, { by: 'application', text: 'Hi', saidAt }, SOON);
			expect(done.conversation.lastOutboundAt).toBe(before?.lastOutboundAt);
		});

		test.each([
			[{ text: '  ' }, /has no text/],
			[{ saidAt: after(HOUR) }, /lies ahead/],
		])('%j is refused', async (wrong, message) => {
			const { customer } = await silence(shared.store);
			const given = { by: 'application' as const, text: 'Hi', ...wrong };
			await expect(shared.store.addMessage(customer, given, SOON)).rejects.toThrow(message);
			expect(await shared.store.transcript(customer.key, 9)).toHaveLength(2);
		});
	});

	test('what was set by hand follows the person when two conversations become one', async () => {
		const { store } = shared;
		const [before, present] = [newCustomer(), newCustomer()];
		await store.ingest([before.writes('Hi', START), present.writes('Hi again', START)], START);
		for (const one of [before, present])
			await store.markConverted(one, { reference: 'order-1', value: 5, currency: 'USD' }, START);
		await store.markConverted(present, { reference: 'order-2' }, SOON);
		await store.optOut(present, 'marketing', SOON);
		await store.ingest([before.hasNewId(present.contact, SOON)], SOON);

		for (const reference of ['order-1', 'order-2'])
			expect(await store.markConverted(present, { reference }, DUE)).toMatchObject({ changed: false });
		// Still known as set by hand, so by hand it can be lifted.
		expect(await store.optIn(before, 'Form', DUE)).toMatchObject({
			...{ changed: true, conversation: { key: present.key } },
		});
	});

	test.each([
		['pauseConversation', {}],
		['resumeConversation', undefined],
		['optIn', 'Form'],
		['markConverted', {}],
	] as const)('%s of a conversation that is not known says where it could be', async (name, more) => {
		const work = shared.store[name] as (...args: unknown[]) => Promise<unknown>;
		const args = more === undefined ? [SOON] : [more, SOON];
		const key = `whatsapp:1:${newId('CO')}`;
		await expect(work({ key }, ...args)).rejects.toMatchObject({
			...{ name: 'RefusedError', message: `There is no conversation "${key}" in the follow-up store` },
		});
		await expect(work({ key: 'Ana' }, ...args)).rejects.toThrow(/is not a conversation key/);
	});
});
