import { RULES } from '../../lib/follow-up/rules/index.ts';
import type { DueFollowUp } from '../../lib/follow-up/types.ts';
import { newCustomer } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { openShop, scripted } from './shop.ts';
import { DAY, HOUR, MINUTE, START, after } from './times.ts';

/** Bugs about deciding that were seen in other follow-up software, each named after what went wrong there. */
describe.each(databases)('bugs of deciding seen in the wild, on $name', (database) => {
	const open = useStore(database);
	const DUE = after(4 * HOUR);

	async function silentCustomer(by: 'person' | 'application' = 'application') {
		const customer = newCustomer();
		await open.store.ingest([customer.says(), customer.isAnswered('Which day?', after(MINUTE), by)], START);
		return customer;
	}
	const ended = async (chatbot: string) =>
		(await open.store.list({ chatbot })).map(({ state, reason }) => `${state} ${reason.code}`);

	test('2. a follow-up goes into a thread in which nobody on our side ever spoke', async () => {
		const customer = newCustomer();
		await open.store.ingest([customer.says()], START);
		const shop = openShop(open.store, [{ delay: 4 }]);
		await shop.plans(customer, START);
		const { decisions } = await shop.comesDue(DUE);
		expect(decisions).toEqual([expect.objectContaining({ action: 'wait', code: 'waiting_for_business' })]);
		// Whenever it looks again, as long as nobody speaks nothing goes.
		for (let hour = 8; hour <= 30; hour++) {
			for (const decision of (await shop.comesDue(after(hour * HOUR))).decisions)
				expect(decision.action).not.toBe('send');
		}
		expect(await ended(shop.chatbot.id)).toEqual(['ended business_silent']);
	});

	test.each(['[[SKIP]]', 'NO_REPLY', '{{name}}, are you there?'])(
		'5. a token for silence is learned by the model and delivered to a customer: %s',
		async (message) => {
			const shop = openShop(open.store, [{ delay: 4 }]);
			await shop.plans(await silentCustomer(), after(MINUTE));
			const { decisions } = await shop.comesDue(DUE, scripted({ message }));
			expect(decisions).toEqual([expect.objectContaining({ action: 'skip', code: 'ai_text_unusable' })]);
			expect(JSON.stringify(decisions[0]?.content ?? '')).not.toContain(message);
		},
	);

	test('6. the countdown shows a follow-up that will be dropped', async () => {
		const customer = await silentCustomer('person');
		const shop = openShop(open.store, [{ delay: 1 }], { resumeAfterPersonHours: 6 });
		const { planned } = await shop.plans(customer, after(2 * MINUTE));
		const promised = new Date(planned[0]?.dueAt ?? '');
		expect(promised).toEqual(after(6 * HOUR + MINUTE));
		// What was promised is what happens, decided and sent by the same list of rules.
		expect(await shop.claims(new Date(promised.getTime() - 1))).toEqual([]);
		const { due, decisions } = await shop.comesDue(promised);
		expect(decisions).toEqual([expect.objectContaining({ action: 'send' })]);
		expect(await shop.sends(due[0] as DueFollowUp, promised)).toMatchObject({ ok: true });
		expect(Object.keys(RULES).length).toBeGreaterThan(15);
	});

	test('7. a decision to stay silent leaves the conversation stuck for ever', async () => {
		const customer = await silentCustomer();
		const shop = openShop(open.store, [{ delay: 4 }]);
		await shop.plans(customer, after(MINUTE));
		await shop.comesDue(DUE, scripted({ trigger: false }));
		expect(await ended(shop.chatbot.id)).toEqual(['ended not_triggered']);
		// The next silence of the same customer starts anew.
		await open.store.ingest([customer.says('And in December?', after(5 * HOUR))], after(5 * HOUR));
		expect((await shop.plans(customer, after(5 * HOUR))).scheduled).toHaveLength(1);
	});

	test('8. nineteen follow-ups are stacked on one contact', async () => {
		const customer = await silentCustomer();
		const shop = openShop(open.store, [{ delay: 4 }, { delay: 5 }]);
		for (let time = 0; time < 19; time++) await shop.plans(customer, after((1 + time) * MINUTE));
		expect(await open.store.list({ chatbot: shop.chatbot.id })).toHaveLength(2);
	});

	test('8b. many different follow-ups come due for one customer in one moment', async () => {
		const customer = await silentCustomer();
		const many = [1, 2, 3, 4, 5].map((one) => ({
			delay: 4,
			messageSource: 'fixed',
			message: `Hello ${one}`,
		}));
		const shop = openShop(open.store, many, { maxPerCustomer: 2, minimumGapMinutes: 30 });
		await shop.plans(customer, after(MINUTE));
		let sent = 0;
		for (let minute = 0; minute <= 10 * 60; minute += 10) {
			const now = after(minute * MINUTE, DUE);
			const { due, decisions } = await shop.comesDue(now);
			const going = decisions.filter(({ action }) => action === 'send');
			expect(going.length).toBeLessThanOrEqual(1);
			for (const { scheduledId } of going) {
				const one = due.find(({ id }) => id === scheduledId) as DueFollowUp;
				if ((await shop.sends(one, now)).ok) sent++;
			}
		}
		expect(sent).toBe(2);
		const states = await ended(shop.chatbot.id);
		expect(states.filter((state) => state === 'ended capped')).toHaveLength(3);
	});

	test('11. paused because a person took over, and nobody ever resumes it', async () => {
		const customer = await silentCustomer();
		const shop = openShop(open.store, [{ delay: 4 }], { resumeAfterPersonHours: 2 });
		await shop.plans(customer, after(MINUTE));
		await open.store.ingest([customer.isAnswered('Ana here', after(3 * HOUR), 'person')], after(3 * HOUR));
		const held = await shop.comesDue(DUE);
		expect(held.decisions).toEqual([
			expect.objectContaining({ action: 'wait', code: 'person_wrote', until: after(5 * HOUR).toISOString() }),
		]);
		const { decisions } = await shop.comesDue(after(5 * HOUR));
		expect(decisions).toEqual([expect.objectContaining({ action: 'send' })]);
	});

	test('every one of them has come to an end, and says why', async () => {
		for (const { state, reason, endedAt } of await open.store.list({ states: ['ended'], limit: 500 })) {
			expect(state).toBe('ended');
			expect(reason.sentence).not.toBe('');
			expect(Date.parse(endedAt ?? '')).toBeLessThan(after(3 * DAY).getTime());
		}
	});
});
