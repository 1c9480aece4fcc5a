import { databases, useStore } from '../support/stores.ts';
import { newCustomer } from '../support/customer.ts';
import { DefinitionError, parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import { isQuiet } from '../../lib/follow-up/quiet-hours.ts';
import type { DueFollowUp } from '../../lib/follow-up/types.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';
import { openShop, scripted } from './shop.ts';

/** Bugs about time that were seen in other follow-up software, each named after what went wrong there. */
describe.each(databases)('bugs of timing seen in the wild, on $name', (database) => {
	const open = useStore(database);

	async function silentCustomer(answeredAt = after(MINUTE)) {
		const customer = newCustomer({ channel: 'messenger' });
		await open.store.ingest([customer.says('How much is it?', START)], START);
		await open.store.ingest([customer.isAnswered('It is 20', answeredAt, 'application')], answeredAt);
		return customer;
	}

	test('3. switching the feature on blasts the whole history', async () => {
		const customer = await silentCustomer();
		const shop = openShop(open.store, [{ delay: 20 }]);
		await shop.opens(after(5 * HOUR));
		const { planned, ended } = await shop.plans(customer, after(5 * HOUR));
		expect(planned).toEqual([]);
		expect(ended.map(({ reason }) => reason.code)).toEqual(['before_activation']);
	});

	test('4. the silence is dated by the customer, so a chat that was just answered gets a follow-up at once', async () => {
		const customer = await silentCustomer(after(5 * HOUR));
		const dueAt = async (anchor: string) => {
			const shop = openShop(open.store, [{ delay: 6, anchor }]);
			await shop.opens(START);
			return (await shop.plans(customer, after(5 * HOUR))).planned[0]?.dueAt;
		};
		expect(await dueAt('customer')).toBe(after(6 * HOUR).toISOString());
		expect(await dueAt('anyone')).toBe(after(11 * HOUR).toISOString());
	});

	test('4b. the business writes again after planning: the silence of anyone begins anew', async () => {
		const customer = await silentCustomer();
		const shop = openShop(open.store, [{ delay: 6, anchor: 'anyone' }]);
		await shop.plans(customer, after(MINUTE));
		await open.store.ingest(
			[customer.isAnswered('Any news?', after(5 * HOUR), 'application')],
			after(5 * HOUR),
		);
		const { decisions } = await shop.comesDue(after(6 * HOUR + MINUTE));
		expect(decisions).toEqual([
			expect.objectContaining({
				action: 'wait',
				code: 'silence_not_over',
				until: after(11 * HOUR).toISOString(),
			}),
		]);
	});

	test('9. a long wait passes the 24 hours, and the text is dropped silently', async () => {
		const customer = await silentCustomer();
		const shop = openShop(open.store, [{ delay: 3, delayUnit: 'days' }]);
		const { planned } = await shop.plans(customer, after(MINUTE));
		expect(planned[0]).toMatchObject({ dueAt: after(24 * HOUR - 15 * MINUTE).toISOString() });
		expect(planned[0]?.reasons.map(({ code }) => code)).toEqual(['clamped_to_window']);
		// Taken up too late all the same, it ends with a reason instead of being tried for ever.
		const { decisions } = await shop.comesDue(after(25 * HOUR));
		expect(decisions).toEqual([expect.objectContaining({ action: 'skip', code: 'window_closed' })]);
		expect(await shop.claims(after(100 * HOUR))).toEqual([]);
	});

	test('10. the AI answers "no reply" at second zero', () => {
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

	test('10b. with AI timing the model is not asked before the grace period', async () => {
		const customer = newCustomer();
		await open.store.ingest(
			[customer.says(), customer.isAnswered('Hi', after(MINUTE), 'application')],
			START,
		);
		const shop = openShop(open.store, [{ timing: 'ai' }], { aiFirstLookMinutes: 30 });
		await shop.plans(customer, after(MINUTE));
		let asked = 0;
		await shop.comesDue(
			after(30 * MINUTE - 1),
			scripted({}, () => asked++),
		);
		expect(asked).toBe(0);
		await shop.comesDue(
			after(30 * MINUTE),
			scripted({}, () => asked++),
		);
		expect(asked).toBe(1);
	});

	test('12. an invalid time zone counts as business hours', () => {
		const quiet = [{ days: ['monday' as const], from: '20:00', to: '08:00' }];
		expect(() => isQuiet(quiet, 'America/Macondo', START)).toThrow(/not a known time zone/);
		const definition = { id: 'a', stopCondition: 'b', followUps: [{ name: 'c', description: 'd' }] };
		expect(() => parseChatbot({ ...definition, settings: { timeZone: 'America/Macondo' } })).toThrow(
			DefinitionError,
		);
	});

	test('13. AI timing is offered on the screen, and the engine uses the maximum without saying so', async () => {
		const customer = await silentCustomer();
		const shop = openShop(open.store, [{ timing: 'ai', delay: 3 }]);
		const { planned } = await shop.plans(customer, after(MINUTE));
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
	])('14. the model makes up a time %s', async (_, sendAt, until) => {
		const customer = newCustomer();
		await open.store.ingest(
			[customer.says(), customer.isAnswered('Hi', after(MINUTE), 'application')],
			START,
		);
		const shop = openShop(open.store, [{ timing: 'ai' }]);
		await shop.plans(customer, after(MINUTE));
		const { decisions } = await shop.comesDue(after(HOUR + 2 * MINUTE), scripted({ sendAt }));
		expect(decisions[0]?.until).toBe(until);
		if (until) expect(decisions[0]?.proposedAt).toBe(sendAt);
	});

	test('15. the clock is frozen at the start of a long run, which sends after the window closed', async () => {
		const customer = await silentCustomer();
		const shop = openShop(open.store, [{ delay: 24 }]);
		await shop.plans(customer, after(MINUTE));
		const { due } = await shop.comesDue(after(24 * HOUR - 2 * MINUTE));
		const begun = await shop.sends(due[0] as DueFollowUp, after(24 * HOUR));
		expect(begun).toMatchObject({ ok: false, reason: { code: 'window_closed' } });
	});

	test('19. quiet hours hide what is due and starve the queue', async () => {
		const quietHours = [{ from: '16:00', to: '20:00' }];
		const [held, free] = [await silentCustomer(), await silentCustomer()];
		const shop = openShop(open.store, [{ delay: 3 }], { quietHours, timeZone: 'UTC' });
		const always = openShop(open.store, [{ delay: 3 }]);
		const { planned } = await shop.plans(held, after(MINUTE));
		await always.plans(free, after(MINUTE));
		// 15:00 and three hours is quiet: the time itself moves, and nothing quiet is ever claimed.
		expect(planned[0]?.dueAt).toBe(after(5 * HOUR).toISOString());
		expect(await shop.claims(after(4 * HOUR))).toEqual([]);
		expect(await always.claims(after(4 * HOUR))).toHaveLength(1);
		expect(await shop.claims(after(5 * HOUR))).toHaveLength(1);
	});
});
