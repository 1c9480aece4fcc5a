import type { DueFollowUp } from '../../lib/follow-up/types.ts';
import { newCustomer, type Customer } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { DAY, HOUR, MINUTE, START, after } from '../support/time.ts';
import { chatbotFixture, type ChatbotFixture } from './chatbot-fixture.ts';

const template = { templateName: 'reminder', templateLanguage: 'es' };
const every = (days: readonly number[]) =>
	days.map((delay) => ({ delay, delayUnit: 'days', messageSource: 'fixed', message: 'Hello', ...template }));

/** A customer who answers nothing must not be written to for ever. */
describe.each(databases)('unanswered follow-ups in a row, on $name', (database) => {
	const open = useStore(database);

	async function speaks(customer: Customer, at = START) {
		const answer = customer.isAnswered('Which day?', after(MINUTE, at), 'application');
		await open.store.ingest([customer.writes('Hello', at), answer], after(MINUTE, at));
	}

	/** Sends whatever is decided to be sent at these times; says how many went. */
	async function sendAt(fixture: ChatbotFixture, times: readonly Date[]): Promise<number> {
		let sent = 0;
		for (const at of times) {
			const now = after(at.getTime() - START.getTime());
			const { due, decisions } = await fixture.claimAndDecide(now);
			for (const { scheduledId } of decisions.filter(({ action }) => action === 'send')) {
				const one = due.find(({ id }) => id === scheduledId) as DueFollowUp;
				if ((await fixture.send(one, now)).ok) sent++;
			}
		}
		return sent;
	}
	const days = (from: number, to: number) =>
		Array.from({ length: to - from + 1 }, (_, place) => after((from + place) * DAY + HOUR));

	test('after the third without an answer no more go, and the log says why', async () => {
		const customer = newCustomer();
		await speaks(customer);
		const fixture = chatbotFixture(open.store, every([1, 2, 3, 4, 5]));
		await fixture.plan(customer, after(MINUTE));
		expect(await sendAt(fixture, days(1, 6))).toBe(3);
		const over = await open.store.list({ chatbot: fixture.chatbot.id, states: ['ended'] });
		expect(over.map(({ reason }) => reason.code)).toEqual(['unanswered_in_a_row', 'unanswered_in_a_row']);
		expect(over[0]?.reason.sentence).toMatch(/has not answered the last 3 follow-ups; after 3 in a row/);
	});

	test('those of another chatbot count too, also when they went months ago', async () => {
		const customer = newCustomer();
		await speaks(customer);
		const [one, other] = [
			chatbotFixture(open.store, every([1, 2]), { maxUnanswered: 2 }),
			chatbotFixture(open.store, every([90]), { maxUnanswered: 2 }),
		];
		for (const fixture of [one, other]) await fixture.plan(customer, after(MINUTE));
		expect(await sendAt(one, days(1, 3))).toBe(2);
		expect(await sendAt(other, days(90, 91))).toBe(0);
	});

	test('an answer begins the count anew; 0 is no limit', async () => {
		const customer = newCustomer();
		await speaks(customer);
		const limited = chatbotFixture(open.store, every([1]), { maxUnanswered: 1 });
		await limited.plan(customer, after(MINUTE));
		expect(await sendAt(limited, days(1, 1))).toBe(1);
		await speaks(customer, after(2 * DAY));
		await limited.plan(customer, after(2 * DAY + 2 * MINUTE));
		expect(await sendAt(limited, days(3, 3))).toBe(1);

		const patient = newCustomer();
		await speaks(patient);
		const unlimited = chatbotFixture(open.store, every([1, 2, 3, 4, 5]), { maxUnanswered: 0 });
		await unlimited.plan(patient, after(MINUTE));
		expect(await sendAt(unlimited, days(1, 6))).toBe(5);
	});

	test('the last check before the request to Meta asks it too', async () => {
		const customer = newCustomer();
		await speaks(customer);
		const fixture = chatbotFixture(open.store, every([1, 2]), { maxUnanswered: 1, minimumGapMinutes: 0 });
		await fixture.plan(customer, after(MINUTE));
		const now = after(2 * DAY + HOUR);
		const [first, second] = await fixture.claim(now);
		await fixture.decide([first as DueFollowUp], now);
		await fixture.decide([second as DueFollowUp], now);
		expect(await fixture.send(first as DueFollowUp, now)).toMatchObject({ ok: true });
		expect(await fixture.send(second as DueFollowUp, now)).toMatchObject({
			...{ ok: false, reason: { code: 'unanswered_in_a_row' } },
		});
	});
});
