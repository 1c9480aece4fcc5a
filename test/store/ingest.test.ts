import fc from 'fast-check';
import { withGivenHistory, type Conversation } from '../../lib/index.ts';
import { ACCOUNT, newCustomer, newId } from '../support/customer.ts';
import { claim, followUpAt, planFor, silence, DUE } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

describe.each(databases)('ingest on $name', (kind) => {
	const open = useStore(kind);

	test('a customer message makes the conversation, opens the window and stands in the transcript', async () => {
		const customer = newCustomer();
		const asked = customer.writes('Hello');
		const { events, duplicates } = await open.store.ingest([asked], after(2_000));
		expect(duplicates).toBe(0);
		const [{ event, conversation } = {}] = events;
		expect(event).toEqual(asked);
		expect(conversation).toEqual({
			...{ key: customer.key, channel: 'whatsapp', account: ACCOUNT, contact: customer.contact },
			...{ lastInboundAt: START.toISOString(), lastInboundId: asked.id },
			...{ windowOpenedAt: START.toISOString(), windowOpenedBy: 'message' },
		});
		expect(await open.store.conversation(customer.key)).toEqual(
			withGivenHistory(conversation as Conversation),
		);
		expect(await open.store.transcript(customer.key, 10)).toEqual([
			{ id: asked.id, at: asked.at, from: 'customer', type: 'text', text: 'Hello' },
		]);
	});

	test('a redelivered event is dropped, within one delivery and over deliveries', async () => {
		const customer = newCustomer();
		const asked = customer.writes();
		const other = customer.writes('Anyone there?', after(MINUTE));
		expect(await open.store.ingest([asked, asked], START)).toMatchObject({ duplicates: 1 });
		const again = await open.store.ingest([asked, other, asked], after(HOUR));
		expect(again.events.map(({ event }) => event.id)).toEqual([other.id]);
		expect(again.duplicates).toBe(2);
		expect(await open.store.transcript(customer.key, 10)).toHaveLength(2);
	});

	test('the same ID in another conversation, of another kind or account is another event', async () => {
		const [one, other] = [newCustomer(), newCustomer()];
		const id = newId('wamid');
		const message = { id, type: 'text', text: 'Hi' };
		const given = [
			one.event('message', START, { id, message }),
			one.event('echo', START, { id, message }),
			other.event('message', START, { id, message, account: '210000000000009' }),
		];
		expect((await open.store.ingest(given, START)).events).toHaveLength(3);
	});

	test('two deliveries of the same events at once: each event is new exactly once', async () => {
		const customer = newCustomer();
		const given = Array.from({ length: 20 }, (_, n) => customer.writes(`${n}`, after(n * 1_000)));
		const deliveries = await Promise.all(
			[1, 2, 3].map(async () => await open.store.ingest(given, after(MINUTE))),
		);
		const fresh = deliveries.flatMap(({ events }) => events.map(({ event }) => event.id));
		expect(fresh.sort()).toEqual(given.map(({ id }) => id).sort());
	});

	test('in whatever order and portions messages arrive, the latest by the provider’s time is the last', async () => {
		const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 6 });
		await fc.assert(
			fc.asyncProperty(minutes, fc.boolean(), async (given, together) => {
				const customer = newCustomer();
				const messages = given.map((n) => customer.writes(`${n}`, after(n * MINUTE)));
				if (together) await open.store.ingest(messages, after(6_000 * MINUTE));
				else for (const one of messages) await open.store.ingest([one], after(6_000 * MINUTE));
				const latest = messages.reduce((a, b) => (a.at > b.at ? a : b));
				expect(await open.store.conversation(customer.key)).toMatchObject({
					...{ lastInboundAt: latest.at, lastInboundId: latest.id, windowOpenedAt: latest.at },
				});
				const texts = (await open.store.transcript(customer.key, 10)).map(({ at }) => at);
				expect(texts).toEqual([...texts].sort());
			}),
			{ numRuns: 40 },
		);
	});

	test('a message delivered late ends nothing that was planned after a later one', async () => {
		const story = await silence(open.store);
		const { scheduled } = await open.store.schedule([planFor(story)], START);
		const late = story.customer.writes('written before', after(-HOUR));
		expect((await open.store.ingest([late], after(HOUR))).cancelled).toBe(0);
		expect((await open.store.get(scheduled[0]?.id ?? ''))?.state).toBe('scheduled');
	});

	test('a late message never revives what a reply ended', async () => {
		const { customer, now } = await followUpAt(open.store, 'scheduled');
		expect(
			(await open.store.ingest([customer.writes('Still here', after(HOUR))], after(HOUR))).cancelled,
		).toBe(1);
		const ended = await now();
		expect(ended).toMatchObject({ state: 'ended', reason: { code: 'cancelled_reply' } });
		await open.store.ingest([customer.writes('Older', after(MINUTE / 2))], after(2 * HOUR));
		expect(await now()).toEqual(ended);
	});

	test.each(['scheduled', 'claimed', 'decided'] as const)(
		'a reply ends a follow-up that is %s, and only in that conversation',
		async (phase) => {
			const [mine, other] = [await followUpAt(open.store, phase), await followUpAt(open.store, phase)];
			await open.store.ingest([mine.customer.writes('Tuesday, please', after(5 * HOUR))], after(5 * HOUR));
			expect((await mine.now()).state).toBe('ended');
			expect((await mine.now()).lease).toBeUndefined();
			expect((await other.now()).state).not.toBe('ended');
		},
	);

	test('a reply leaves a follow-up alone that is already on its way to Meta', async () => {
		const { customer, now } = await followUpAt(open.store, 'sending');
		await open.store.ingest([customer.writes('Tuesday', after(MINUTE, DUE))], after(MINUTE, DUE));
		expect((await now()).state).toBe('sending');
	});

	test('reactions that answer nothing do not break the silence, but open the window where Meta says so', async () => {
		const { customer, now } = await followUpAt(open.store, 'scheduled');
		const reaction = customer.event('reaction', after(HOUR), {
			opensWindow: true,
			message: { id: 'wamid.about', type: 'reaction', text: '😂' },
		});
		await open.store.ingest([reaction], after(HOUR));
		expect((await now()).state).toBe('scheduled');
		expect(await open.store.conversation(customer.key)).toMatchObject({
			...{ lastInboundAt: START.toISOString(), windowOpenedAt: reaction.at, windowOpenedBy: 'reaction' },
		});
	});

	test('an echo counts as the business having spoken, never as the customer', async () => {
		const customer = newCustomer();
		await open.store.ingest([customer.writes()], START);
		const byApp = customer.isAnswered('Automatic answer', after(MINUTE), 'application');
		const byPerson = customer.isAnswered('Hello, this is Eva', after(2 * MINUTE), 'person');
		await open.store.ingest([byPerson, byApp], after(3 * MINUTE));
		expect(await open.store.conversation(customer.key)).toMatchObject({
			...{ lastInboundAt: START.toISOString(), windowOpenedAt: START.toISOString() },
			...{ lastOutboundAt: byPerson.at, lastOutboundBy: 'person', personWroteAt: byPerson.at },
		});
		expect((await open.store.transcript(customer.key, 10)).map(({ by }) => by)).toEqual([
			...[undefined, 'application', 'person'],
		]);
	});

	test('a request to stop opts the customer out and ends what is planned, however late it arrives', async () => {
		const { customer, now } = await followUpAt(open.store, 'scheduled');
		const stop = customer.writes('STOP', after(-MINUTE));
		expect((await open.store.ingest([stop], after(HOUR))).cancelled).toBe(1);
		expect((await now()).reason.code).toBe('opted_out');
		expect(await open.store.conversation(customer.key)).toMatchObject({
			...{ optedOutAt: stop.at, optedOutBy: 'customer' },
		});
		await open.store.ingest([customer.writes('One more question', after(2 * HOUR))], after(2 * HOUR));
		expect((await open.store.conversation(customer.key))?.optedOutAt).toBe(stop.at);
	});

	test('a tapped stop button opts out as the word does', async () => {
		const customer = newCustomer();
		const message = { id: newId('wamid'), type: 'button', text: 'No, thanks', payload: 'STOP' };
		await open.store.ingest([customer.event('message', START, { id: message.id, message })], START);
		expect((await open.store.conversation(customer.key))?.optedOutAt).toBe(START.toISOString());
	});

	test('stopping marketing is kept apart from opting out, and can be taken back', async () => {
		const customer = newCustomer();
		const preference = (value: 'stop' | 'resume', at: Date) =>
			customer.event('preference', at, { preference: { category: 'marketing_messages', value } });
		await open.store.ingest([customer.writes(), preference('stop', after(MINUTE))], after(MINUTE));
		const stopped = await open.store.conversation(customer.key);
		expect(stopped?.marketingOptedOutAt).toBe(after(MINUTE).toISOString());
		expect(stopped?.optedOutAt).toBeUndefined();
		await open.store.ingest([preference('resume', after(2 * MINUTE))], after(2 * MINUTE));
		expect((await open.store.conversation(customer.key))?.marketingOptedOutAt).toBeUndefined();
	});

	test.each<[string, (customer: ReturnType<typeof newCustomer>) => object]>([
		['a text that is none', (customer) => customer.writes({ not: 'a text' } as unknown as string)],
		['a time that is none', (customer) => ({ ...customer.writes(), at: 'soon' })],
	])('nothing is half-written when a delivery holds %s', async (_what, broken) => {
		const [customer, waiting] = [newCustomer(), await followUpAt(open.store, 'scheduled')];
		const good = [customer.writes('STOP'), waiting.customer.writes('I am here', after(HOUR))];
		const before = await open.store.conversation(waiting.customer.key);
		const bad = broken(customer) as (typeof good)[number];
		await expect(open.store.ingest([...good, bad], after(HOUR))).rejects.toThrow();
		expect(await open.store.conversation(customer.key)).toBeUndefined();
		expect(await open.store.conversation(waiting.customer.key)).toEqual(before);
		expect((await waiting.now()).state).toBe('scheduled');
		expect(await open.store.ingest(good, after(HOUR))).toMatchObject({ duplicates: 0, cancelled: 1 });
	});

	test('account-wide events make no conversation', async () => {
		const customer = newCustomer();
		const { events } = await open.store.ingest([customer.event('template', START)], START);
		expect(events).toHaveLength(1);
		expect(events[0]).not.toHaveProperty('conversation');
		expect(await open.store.conversation(customer.key)).toBeUndefined();
	});

	test('a delivery with 1,000 messages of 100 customers goes in whole', async () => {
		const customers = Array.from({ length: 100 }, () => newCustomer());
		const events = customers.flatMap((one) =>
			Array.from({ length: 10 }, (_, n) => one.writes(`${n}`, after(n))),
		);
		expect((await open.store.ingest(events, after(MINUTE))).events).toHaveLength(1000);
		const last = events.at(-1);
		expect((await open.store.conversation(customers[99]?.key ?? ''))?.lastInboundId).toBe(last?.id);
	});

	test('the newest 200 messages of a conversation are kept', async () => {
		const customer = newCustomer();
		const events = Array.from({ length: 250 }, (_, n) => customer.writes(`${n}`, after(n * 1_000)));
		await open.store.ingest(events, after(HOUR));
		const kept = await open.store.transcript(customer.key, 1_000);
		expect(kept.map(({ text }) => text)).toEqual(Array.from({ length: 200 }, (_, n) => `${n + 50}`));
	});

	test('what a chatbot may claim is empty for a conversation that only wrote', async () => {
		const story = await silence(open.store);
		expect(await claim(open.store, story.chatbot, DUE)).toEqual([]);
	});
});
