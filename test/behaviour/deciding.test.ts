import { asNow } from '../../lib/store/database/now.ts';
import { isLive } from '../../lib/follow-up/lifecycle.ts';
import { RULES } from '../../lib/follow-up/rules/index.ts';
import type { Phase, Rule } from '../../lib/follow-up/rules/rule.ts';
import type { DueFollowUp } from '../../lib/follow-up/types.ts';
import { newCustomer } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { chatbotFixture, scripted, type ChatbotFixture } from './chatbot-fixture.ts';
import { DAY, HOUR, MINUTE, START, after } from '../support/time.ts';

/** Listens to every rule; gives, by rule, the phases in which it was asked. */
function phasesInWhichRulesAreAsked(): Map<string, Set<Phase>> {
	const phases = new Map<string, Set<Phase>>();
	for (const [name, rule] of Object.entries(RULES as Record<string, Rule>)) {
		const asked = new Set<Phase>();
		phases.set(name, asked);
		jest.spyOn(RULES as Record<string, Rule>, name).mockImplementation((facts) => {
			asked.add(facts.phase);
			return rule(facts);
		});
	}
	return phases;
}

/** Each of these went wrong in other follow-up software, or in what people tell of it. */
describe.each(databases)('deciding, on $name', (database) => {
	const open = useStore(database);
	const DUE = after(4 * HOUR);
	const fixtures: ChatbotFixture[] = [];
	const newChatbot = (followUps: object[], settings?: object) => {
		const fixture = chatbotFixture(open.store, followUps, settings);
		fixtures.push(fixture);
		return fixture;
	};
	afterEach(() => jest.restoreAllMocks());

	async function silentCustomer(by: 'person' | 'application' = 'application') {
		const customer = newCustomer();
		await open.store.ingest([customer.writes(), customer.isAnswered('Which day?', after(MINUTE), by)], START);
		return customer;
	}
	const ended = async (chatbot: string) =>
		(await open.store.list({ chatbot })).map(({ state, reason }) => `${state} ${reason.code}`);

	test('nothing goes into a conversation in which nobody of the business has written', async () => {
		const customer = newCustomer();
		await open.store.ingest([customer.writes()], START);
		const fixture = newChatbot([{ delay: 4 }]);
		await fixture.plan(customer, START);
		const { decisions } = await fixture.claimAndDecide(DUE);
		expect(decisions).toEqual([expect.objectContaining({ action: 'wait', code: 'waiting_for_business' })]);
		// Whenever it looks again, as long as nobody speaks nothing goes.
		for (let hour = 8; hour <= 30; hour++) {
			for (const decision of (await fixture.claimAndDecide(after(hour * HOUR))).decisions)
				expect(decision.action).not.toBe('send');
		}
		expect(await ended(fixture.chatbot.id)).toEqual(['ended business_silent']);
	});

	test.each(['[[SKIP]]', 'NO_REPLY', '{{name}}, are you there?'])(
		'a word by which the model wants to stay silent is not sent to a customer: %s',
		async (message) => {
			const fixture = newChatbot([{ delay: 4 }]);
			await fixture.plan(await silentCustomer(), after(MINUTE));
			const { decisions } = await fixture.claimAndDecide(DUE, scripted({ message }));
			expect(decisions).toEqual([expect.objectContaining({ action: 'skip', code: 'ai_text_unusable' })]);
			expect(JSON.stringify(decisions[0]?.content ?? '')).not.toContain(message);
		},
	);

	test('a follow-up is sent at the time that was planned, and every rule is asked each time', async () => {
		const phases = phasesInWhichRulesAreAsked();
		const customer = await silentCustomer('person');
		const fixture = newChatbot([{ delay: 1 }], { resumeAfterPersonHours: 6 });
		const { planned } = await fixture.plan(customer, after(2 * MINUTE));
		const promised = asNow(new Date(planned[0]?.dueAt ?? ''));
		expect(promised).toEqual(after(6 * HOUR + MINUTE));
		// What was promised is what happens, decided and sent by the same list of rules.
		expect(await fixture.claim(after(-1, promised))).toEqual([]);
		const { due, decisions } = await fixture.claimAndDecide(promised);
		expect(decisions).toEqual([expect.objectContaining({ action: 'send' })]);
		expect(await fixture.send(due[0] as DueFollowUp, promised)).toMatchObject({ ok: true });
		for (const name of Object.keys(RULES))
			expect([name, ...(phases.get(name) ?? [])]).toEqual([name, 'plan', 'decide', 'send']);
	});

	test('a decision against sending ends the follow-up, and the next silence is planned for anew', async () => {
		const customer = await silentCustomer();
		const fixture = newChatbot([{ delay: 4 }]);
		await fixture.plan(customer, after(MINUTE));
		await fixture.claimAndDecide(DUE, scripted({ trigger: false }));
		expect(await ended(fixture.chatbot.id)).toEqual(['ended not_triggered']);
		// The next silence of the same customer starts anew.
		await open.store.ingest([customer.writes('And in December?', after(5 * HOUR))], after(5 * HOUR));
		expect((await fixture.plan(customer, after(5 * HOUR))).scheduled).toHaveLength(1);
	});

	test('planning again and again leaves one of each follow-up', async () => {
		const customer = await silentCustomer();
		const fixture = newChatbot([{ delay: 4 }, { delay: 5 }]);
		for (let time = 0; time < 19; time++) await fixture.plan(customer, after((1 + time) * MINUTE));
		expect(await open.store.list({ chatbot: fixture.chatbot.id })).toHaveLength(2);
	});

	test('of many follow-ups that come due in one moment, one goes at a time, up to the cap', async () => {
		const customer = await silentCustomer();
		const many = [1, 2, 3, 4, 5].map((one) => ({
			delay: 4,
			messageSource: 'fixed',
			message: `Hello ${one}`,
		}));
		const fixture = newChatbot(many, { maxPerCustomer: 2, minimumGapMinutes: 30 });
		await fixture.plan(customer, after(MINUTE));
		let sent = 0;
		for (let minute = 0; minute <= 10 * 60; minute += 10) {
			const now = after(minute * MINUTE, DUE);
			const { due, decisions } = await fixture.claimAndDecide(now);
			const going = decisions.filter(({ action }) => action === 'send');
			expect(going.length).toBeLessThanOrEqual(1);
			for (const { scheduledId } of going) {
				const one = due.find(({ id }) => id === scheduledId) as DueFollowUp;
				if ((await fixture.send(one, now)).ok) sent++;
			}
		}
		expect(sent).toBe(2);
		const states = await ended(fixture.chatbot.id);
		expect(states.filter((state) => state === 'ended capped')).toHaveLength(3);
	});

	test('what waits because a person took over goes on after the set hours', async () => {
		const customer = await silentCustomer();
		const fixture = newChatbot([{ delay: 4 }], { resumeAfterPersonHours: 2 });
		await fixture.plan(customer, after(MINUTE));
		await open.store.ingest([customer.isAnswered('Ana here', after(3 * HOUR), 'person')], after(3 * HOUR));
		const held = await fixture.claimAndDecide(DUE);
		expect(held.decisions).toEqual([
			expect.objectContaining({ action: 'wait', code: 'person_wrote', until: after(5 * HOUR).toISOString() }),
		]);
		const { decisions } = await fixture.claimAndDecide(after(5 * HOUR));
		expect(decisions).toEqual([expect.objectContaining({ action: 'send' })]);
	});

	test('four days later every follow-up of all these conversations is over, and says why', async () => {
		const late = after(4 * DAY);
		await open.store.recoverLeases(late);
		for (const fixture of fixtures) await fixture.claimAndDecide(late);
		const all = await open.store.list({ limit: 500 });
		expect(all.length).toBeGreaterThan(fixtures.length);
		expect(all.filter(({ state }) => isLive(state))).toEqual([]);
		for (const { state, reason, endedAt } of all) {
			expect(reason.sentence).not.toBe('');
			if (state === 'ended') expect(Date.parse(endedAt ?? '')).toBeLessThanOrEqual(late.getTime());
		}
	});
});
