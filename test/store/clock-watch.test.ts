import { openStore, type MessagingEvent, type Store } from '../../lib/index.ts';
import { newCustomer } from '../support/customer.ts';
import { claim, DUE, followUpAt, toSend } from '../support/scheduled.ts';
import { databases, type TestDatabase } from '../support/stores.ts';
import { DAY, HOUR, MINUTE, START, after } from '../support/time.ts';

const SECOND = 1_000;

describe.each(databases)("deliveries tell whether the clock is Meta's, on $name", (kind) => {
	let database: TestDatabase;
	beforeAll(async () => (database = await kind.create()), 60_000);
	afterAll(async () => await database.remove());

	let steadyMs = 0;
	let store: Store;
	let account: string;
	let accounts = 0;
	beforeEach(async () => {
		steadyMs = 0;
		account = `21000000000${++accounts}`;
		const clock = { timeOfDay: () => START.getTime() + steadyMs, steady: () => steadyMs };
		store = await openStore({ ...database.options, clock });
	});
	afterEach(async () => await store.close());

	const now = (jumpedMs = 0) => after(steadyMs + jumpedMs);
	/** A customer's message comes in `agoMs` after Meta dated it, by our clock, which may have been set since the start. */
	async function arrives(agoMs: number, { jumpedMs = 0, laterMs = MINUTE } = {}) {
		steadyMs += laterMs;
		const event = newCustomer().writes('Hello', after(-agoMs, now(jumpedMs)));
		return await store.ingest([{ ...event, account }], now(jumpedMs));
	}
	const offMs = async (jumpedMs = 0) =>
		(await store.wrongClocks(now(jumpedMs))).find((one) => one.account === account)?.offMs;
	const several = async (count: number, agoMs: (place: number) => number) => {
		const told = [];
		for (let n = 0; n < count; n++) told.push(...(await arrives(agoMs(n))).wrongClocks);
		return told;
	};

	test('messages from the future: it is behind, told once, and of this account only', async () => {
		const told = await several(6, () => -21 * MINUTE);
		expect(told).toEqual([{ channel: 'whatsapp', account, offMs: -21 * MINUTE, isNew: true }]);
		expect(await offMs()).toBe(-21 * MINUTE);
		expect((await store.wrongClocks(now())).filter((one) => one.account !== account)).toEqual([]);
		expect(await arrives(3 * SECOND)).toMatchObject({ wrongClocks: [] });
		expect(await offMs()).toBeUndefined();
	});

	test('nothing young for long: it is ahead; one delivery that is young proves that it is not', async () => {
		expect(await several(25, (n) => 10 * MINUTE + n * SECOND)).toHaveLength(1);
		expect(await offMs()).toBeGreaterThanOrEqual(10 * MINUTE);
		await arrives(2 * SECOND);
		expect(await offMs()).toBeUndefined();
	});

	test('deliveries that Meta repeats for hours say nothing', async () => {
		await several(40, (n) => (n % 10 === 9 ? 4 * SECOND : HOUR + ((n * 17) % 90) * MINUTE));
		expect(await offMs()).toBeUndefined();
	});

	test('a clock that was set right is believed at once', async () => {
		await several(4, () => -21 * MINUTE);
		await arrives(2 * SECOND, { jumpedMs: 21 * MINUTE });
		expect(await offMs(21 * MINUTE)).toBeUndefined();
	});

	test('a clock that jumps by days, as that of a demo, is no wrong clock', async () => {
		for (let day = 1; day < 8; day++) {
			// What was on its way when the clock jumped comes from the other day.
			for (const agoMs of [-DAY, -DAY + MINUTE, DAY, 2 * SECOND].slice(0, 1 + (day % 4)))
				expect(await arrives(agoMs, { jumpedMs: day * DAY })).toMatchObject({ wrongClocks: [] });
		}
		expect(await offMs(7 * DAY)).toBeUndefined();
	});

	test('imported history says nothing, however old', async () => {
		for (let n = 0; n < 25; n++) {
			steadyMs += MINUTE;
			const old = newCustomer().event('history', after(-60 * DAY, now()), {
				message: { id: `wamid.old.${account}.${n}`, type: 'text', text: 'Hello' },
			});
			await store.ingest([{ ...old, account }], now());
		}
		expect(await offMs()).toBeUndefined();
	});

	test('what another process found is not believed for ever', async () => {
		await several(3, () => -21 * MINUTE);
		expect(await store.wrongClocks(after(23 * HOUR, now()))).not.toEqual([]);
		expect(await store.wrongClocks(after(25 * HOUR, now()))).toEqual([]);
	});

	test('further off than the safety margin nothing goes, with the reason, until it fits again', async () => {
		const one = await followUpAt(store, 'decided');
		const { customer, chatbot, id } = one;
		account = (customer.event('message', START) as MessagingEvent).account;
		steadyMs = DUE.getTime() - START.getTime() - 10 * MINUTE;
		await several(3, () => -14 * MINUTE);
		expect(await store.beginSend(id, 'not ours', now())).toMatchObject({ ok: false });
		expect((await store.conversation(customer.key))?.clockOff).toMatchObject({ ms: -14 * MINUTE });

		await several(4, () => -16 * MINUTE);
		const begun = await store.beginSend(id, one.leaseToken, now());
		expect(begun).toMatchObject({ ok: false, reason: { code: 'clock_wrong' } });
		expect(await one.now()).toMatchObject({ state: 'scheduled', attempts: 0 });
		expect((await one.now()).reason.sentence).toContain("16 minutes behind Meta's");

		await arrives(2 * SECOND);
		steadyMs += 20 * MINUTE;
		const [again] = await claim(store, chatbot, now());
		const token = again?.lease.token as string;
		await store.recordDecision(toSend(id), token, now());
		expect(await store.beginSend(id, token, now())).toMatchObject({ ok: true });
	});
});

describe.each(databases)('a message dated in our future, on $name', (kind) => {
	let database: TestDatabase;
	let store: Store;
	beforeAll(async () => {
		database = await kind.create();
		store = await openStore(database.options);
	}, 60_000);
	afterAll(async () => {
		await store?.close();
		await database.remove();
	});

	test('counts as said now, so that later ones end what is planned; given out is the time that Meta told', async () => {
		const customer = newCustomer();
		const early = customer.writes('Hello', after(3 * HOUR));
		const { events } = await store.ingest([early], START);
		expect(events[0]?.event.at).toBe(early.at);
		expect(events[0]?.conversation).toMatchObject({
			...{ lastInboundAt: START.toISOString(), windowOpenedAt: START.toISOString() },
			lastInboundId: early.id,
		});
		const next = customer.writes('And now?', after(MINUTE));
		await store.ingest([next], after(MINUTE));
		expect(await store.conversation(customer.key)).toMatchObject({ lastInboundId: next.id });
		expect((await store.transcript(customer.key, 5)).map(({ text }) => text)).toEqual(['Hello', 'And now?']);
	});

	test('of several of one delivery the last is the newest', async () => {
		const customer = newCustomer();
		const said = ['one', 'two', 'three'].map((text, n) => customer.writes(text, after((n + 1) * HOUR)));
		await store.ingest(said, START);
		expect(await store.conversation(customer.key)).toMatchObject({ lastInboundId: said[2]?.id });
		expect((await store.transcript(customer.key, 5)).map(({ text }) => text)).toEqual([
			'one',
			'two',
			'three',
		]);
	});
});
