import { databases, useStore } from '../support/stores.ts';
import { newCustomer } from '../support/customer.ts';
import { DefinitionError, parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import { isQuiet } from '../../lib/follow-up/quiet-hours.ts';
import type { DueFollowUp } from '../../lib/follow-up/types.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';
import { chatbotFixture, scripted } from './chatbot-fixture.ts';

/** Each of these went wrong in other follow-up software, or in what people tell of it. */
describe.each(databases)('timing, on $name', (database) => {
	const open = useStore(database);

	async function silentCustomer(answeredAt = after(MINUTE)) {
		const customer = newCustomer({ channel: 'messenger' });
		await open.store.ingest([customer.writes('How much is it?', START)], START);
		await open.store.ingest([customer.isAnswered('It is 20', answeredAt, 'application')], answeredAt);
		return customer;
	}

	test('switched on, it leaves the silences of before alone', async () => {
		const customer = await silentCustomer();
		const fixture = chatbotFixture(open.store, [{ delay: 20 }]);
		await fixture.activate(after(5 * HOUR));
		const { planned, ended } = await fixture.plan(customer, after(5 * HOUR));
		expect(planned).toEqual([]);
		expect(ended.map(({ reason }) => reason.code)).toEqual(['before_activation']);
	});

	test('a silence counts from the last message of the customer or of anyone, as was chosen', async () => {
		const customer = await silentCustomer(after(5 * HOUR));
		const dueAt = async (anchor: string) => {
			const fixture = chatbotFixture(open.store, [{ delay: 6, anchor }]);
			await fixture.activate(START);
			return (await fixture.plan(customer, after(5 * HOUR))).planned[0]?.dueAt;
		};
		expect(await dueAt('customer')).toBe(after(6 * HOUR).toISOString());
		expect(await dueAt('anyone')).toBe(after(11 * HOUR).toISOString());
	});

	test('counted from anyone, the silence begins anew when the business writes', async () => {
		const customer = await silentCustomer();
		const fixture = chatbotFixture(open.store, [{ delay: 6, anchor: 'anyone' }]);
		await fixture.plan(customer, after(MINUTE));
		await open.store.ingest(
			[customer.isAnswered('Any news?', after(5 * HOUR), 'application')],
			after(5 * HOUR),
		);
		const { decisions } = await fixture.claimAndDecide(after(6 * HOUR + MINUTE));
		expect(decisions).toEqual([
			expect.objectContaining({
				action: 'wait',
				code: 'silence_not_over',
				until: after(11 * HOUR).toISOString(),
			}),
		]);
	});

	test('a delay beyond the 24 hours is moved into them, and one that is taken up too late ends with a reason', async () => {
		const customer = await silentCustomer();
		const fixture = chatbotFixture(open.store, [{ delay: 3, delayUnit: 'days' }]);
		const { planned } = await fixture.plan(customer, after(MINUTE));
		expect(planned[0]).toMatchObject({ dueAt: after(24 * HOUR - 15 * MINUTE).toISOString() });
		expect(planned[0]?.reasons.map(({ code }) => code)).toEqual(['clamped_to_window']);
		// Taken up too late all the same, it ends with a reason instead of being tried for ever.
		const { decisions } = await fixture.claimAndDecide(after(25 * HOUR));
		expect(decisions).toEqual([expect.objectContaining({ action: 'skip', code: 'window_closed' })]);
		expect(await fixture.claim(after(100 * HOUR))).toEqual([]);
	});

	test('a delay of nothing is refused', () => {
		const problems = (followUp: object) => {
			try {
				parseChatbot({
					id: 'a',
					stopCondition: 'b',
					followUps: [{ name: 'c', description: 'd', ...followUp }],
				});
				return [];
			} catch (error) {
				return (error as DefinitionError).problems;
			}
		};
		expect(problems({ delay: 0 })).toEqual([expect.stringMatching(/Delay must be greater than 0/)]);
		expect(problems({ delay: 1 })).toEqual([]);
	});

	test('with AI timing the model is not asked before the grace period', async () => {
		const customer = newCustomer();
		await open.store.ingest(
			[customer.writes(), customer.isAnswered('Hi', after(MINUTE), 'application')],
			START,
		);
		const fixture = chatbotFixture(open.store, [{ timing: 'ai' }], { aiFirstLookMinutes: 30 });
		await fixture.plan(customer, after(MINUTE));
		let asked = 0;
		await fixture.claimAndDecide(
			after(30 * MINUTE - 1),
			scripted({}, () => asked++),
		);
		expect(asked).toBe(0);
		await fixture.claimAndDecide(
			after(30 * MINUTE),
			scripted({}, () => asked++),
		);
		expect(asked).toBe(1);
	});

	test('an unknown time zone is refused', () => {
		const quiet = [{ days: ['monday' as const], from: '20:00', to: '08:00' }];
		expect(() => isQuiet({ quietHours: quiet, timeZone: 'America/Macondo' }, START)).toThrow(
			/not a known time zone/,
		);
		const definition = { id: 'a', stopCondition: 'b', followUps: [{ name: 'c', description: 'd' }] };
		expect(() => parseChatbot({ ...definition, settings: { timeZone: 'America/Macondo' } })).toThrow(
			DefinitionError,
		);
	});

	test('where AI timing is not allowed the delay is used, and the plan says so', async () => {
		const customer = await silentCustomer();
		const fixture = chatbotFixture(open.store, [{ timing: 'ai', delay: 3 }]);
		const { planned } = await fixture.plan(customer, after(MINUTE));
		expect(planned[0]).toMatchObject({
			requestedAt: after(3 * HOUR).toISOString(),
			dueAt: after(3 * HOUR).toISOString(),
		});
		expect(planned[0]?.reasons.map(({ code }) => code)).toEqual(['ai_timing_not_available']);
	});

	test.each([
		['in the past', after(-HOUR).toISOString(), undefined],
		['without a sense', 'tomorrow-ish', undefined],
		['beyond the window', after(40 * HOUR).toISOString(), after(24 * HOUR - 15 * MINUTE).toISOString()],
	])('a time of the model that is %s is left aside or moved into the window', async (_, sendAt, until) => {
		const customer = newCustomer();
		await open.store.ingest(
			[customer.writes(), customer.isAnswered('Hi', after(MINUTE), 'application')],
			START,
		);
		const fixture = chatbotFixture(open.store, [{ timing: 'ai' }]);
		await fixture.plan(customer, after(MINUTE));
		const { decisions } = await fixture.claimAndDecide(after(HOUR + 2 * MINUTE), scripted({ sendAt }));
		expect(decisions[0]?.until).toBe(until);
		if (until) expect(decisions[0]?.proposedAt).toBe(sendAt);
	});

	test('the last check counts the time of the moment, not of the beginning of the run', async () => {
		const customer = await silentCustomer();
		const fixture = chatbotFixture(open.store, [{ delay: 24 }]);
		await fixture.plan(customer, after(MINUTE));
		const { due } = await fixture.claimAndDecide(after(24 * HOUR - 2 * MINUTE));
		const begun = await fixture.send(due[0] as DueFollowUp, after(24 * HOUR));
		expect(begun).toMatchObject({ ok: false, reason: { code: 'window_closed' } });
	});

	test('quiet hours move the follow-ups of their own chatbot and hold up no other', async () => {
		const quietHours = [{ from: '16:00', to: '20:00' }];
		const [held, free] = [await silentCustomer(), await silentCustomer()];
		const fixture = chatbotFixture(open.store, [{ delay: 3 }], { quietHours, timeZone: 'UTC' });
		const always = chatbotFixture(open.store, [{ delay: 3 }]);
		const { planned } = await fixture.plan(held, after(MINUTE));
		await always.plan(free, after(MINUTE));
		// 15:00 and three hours is quiet: the time itself moves, and nothing quiet is ever claimed.
		expect(planned[0]?.dueAt).toBe(after(5 * HOUR).toISOString());
		expect(await fixture.claim(after(4 * HOUR))).toEqual([]);
		expect(await always.claim(after(4 * HOUR))).toHaveLength(1);
		expect(await fixture.claim(after(5 * HOUR))).toHaveLength(1);
	});
});
