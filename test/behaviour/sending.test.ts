import fc from 'fast-check';
import { CHANNEL_DRIVERS } from '../../lib/channels/drivers.ts';
import { openStore } from '../../lib/store/open-store.ts';
import type { Content, DueFollowUp, ScheduledFollowUp } from '../../lib/follow-up/types.ts';
import { newCustomer, type Customer } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { DAY, HOUR, MINUTE, START, after } from '../support/time.ts';
import { chatbotFixture, scripted } from './chatbot-fixture.ts';

/** Each of these went wrong in other follow-up software, or in what people tell of it. */
describe.each(databases)('sending, on $name', (database) => {
	const open = useStore(database);
	const DUE = after(4 * HOUR);

	async function dueFollowUp(customer: Customer = newCustomer(), followUp: object = {}) {
		const answer = customer.isAnswered('Which day suits you?', after(MINUTE), 'application');
		await open.store.ingest([customer.writes(), answer], START);
		const fixture = chatbotFixture(open.store, [{ delay: 4, ...followUp }]);
		await fixture.plan(customer, after(MINUTE));
		return { customer, fixture };
	}
	const stateOf = async (due: DueFollowUp) => (await open.store.get(due.id)) as ScheduledFollowUp;

	test('a customer who writes after the follow-up is taken up does not get it', async () => {
		const { customer, fixture } = await dueFollowUp();
		const [due] = await fixture.claim(DUE);
		await open.store.ingest([customer.writes('Tuesday!', DUE)], DUE);
		expect(await fixture.send(due as DueFollowUp, DUE)).toMatchObject({ ok: false });
		expect(await stateOf(due as DueFollowUp)).toMatchObject({
			state: 'ended',
			reason: { code: 'cancelled_reply' },
		});
	});

	test('a customer who writes after the decision, right before the request, does not get it', async () => {
		const { customer, fixture } = await dueFollowUp();
		const { due } = await fixture.claimAndDecide(DUE);
		await open.store.ingest([customer.writes('Tuesday!', after(1, DUE))], after(1, DUE));
		expect(await fixture.send(due[0] as DueFollowUp, after(2, DUE))).toMatchObject({ ok: false });
		expect((await stateOf(due[0] as DueFollowUp)).acceptedAt).toBeUndefined();
	});

	test('accepted is not sent yet, and a refusal that comes later counts', async () => {
		const { customer, fixture } = await dueFollowUp();
		const { due } = await fixture.claimAndDecide(DUE);
		await fixture.send(due[0] as DueFollowUp, DUE);
		const accepted = await stateOf(due[0] as DueFollowUp);
		expect(accepted).toMatchObject({ state: 'accepted' });
		expect(accepted.sentAt).toBeUndefined();
		const failed = customer.status(accepted.messageId as string, 'failed', after(MINUTE, DUE));
		await open.store.ingest([failed], after(MINUTE, DUE));
		expect(await stateOf(due[0] as DueFollowUp)).toMatchObject({
			state: 'failed',
			reason: { code: 'refused' },
		});
	});

	test('a status that comes several times counts once', async () => {
		const { customer, fixture } = await dueFollowUp();
		const { due } = await fixture.claimAndDecide(DUE);
		await fixture.send(due[0] as DueFollowUp, DUE);
		const { id, messageId } = await stateOf(due[0] as DueFollowUp);
		const delivered = customer.status(messageId as string, 'delivered', after(MINUTE, DUE));
		for (let time = 0; time < 3; time++) await open.store.ingest([delivered, delivered], after(MINUTE, DUE));
		const steps = (await open.store.audit(id)).filter(({ to }) => to === 'delivered');
		expect(steps).toHaveLength(1);
	});

	test('several runs at once send a follow-up once', async () => {
		const { fixture } = await dueFollowUp();
		const claims = await Promise.all([1, 2, 3, 4].map(() => fixture.claim(DUE)));
		expect(claims.flat()).toHaveLength(1);
		const due = claims.flat()[0] as DueFollowUp;
		await fixture.decide([due], DUE);
		const begun = await Promise.all([1, 2, 3].map(() => open.store.beginSend(due.id, due.lease.token, DUE)));
		expect(begun.filter(({ ok }) => ok)).toHaveLength(1);
	});

	test('a message that is delivered twice at once is followed up once', async () => {
		const customer = newCustomer();
		const asked = [customer.writes(), customer.isAnswered('Hi', after(MINUTE), 'application')];
		const taken = await Promise.all([1, 2].map(() => open.store.ingest(asked, START)));
		expect(taken.flatMap(({ events }) => events)).toHaveLength(2);
		const fixture = chatbotFixture(open.store, [{ delay: 4 }]);
		const plans = await Promise.all([1, 2].map(() => fixture.plan(customer, after(MINUTE))));
		expect(plans.flatMap(({ scheduled }) => scheduled)).toHaveLength(1);
		expect(await fixture.claim(DUE)).toHaveLength(1);
	});

	test('a reply ends a follow-up of 30 days when it comes, not when that is due', async () => {
		const late = { delay: 30, delayUnit: 'days', templateName: 'reminder', templateLanguage: 'es' };
		const { customer, fixture } = await dueFollowUp(newCustomer(), late);
		const [planned] = await open.store.list({ chatbot: fixture.chatbot.id });
		const left = after(DAY);
		await open.store.ingest([customer.writes('I bought it', left)], left);
		expect(await open.store.get(planned?.id ?? '')).toMatchObject({
			state: 'ended',
			endedAt: left.toISOString(),
		});
	});

	test('what nobody took up in time ends, and says so', async () => {
		const { fixture } = await dueFollowUp();
		const [planned] = await open.store.list({ chatbot: fixture.chatbot.id });
		await open.store.expireOverdue({
			chatbot: fixture.chatbot.id,
			dueBefore: after(DAY),
			now: after(3 * DAY),
		});
		expect(await open.store.get(planned?.id ?? '')).toMatchObject({
			state: 'ended',
			reason: { code: 'expired' },
		});
	});

	test('what is given back again and again counts as old from when it first came due', async () => {
		const { fixture } = await dueFollowUp();
		const { id: chatbot } = fixture.chatbot;
		const expired = async (now: ReturnType<typeof after>) =>
			await open.store.expireOverdue({ chatbot, dueBefore: after(-12 * HOUR, now), now });
		for (let hours = 0; hours <= 12; hours += 3) {
			const now = after(hours * HOUR, DUE);
			expect(await expired(now)).toBe(0);
			const claims = (await fixture.claim(now)).map(({ id, lease }) => ({ id, leaseToken: lease.token }));
			const options = { retryAt: after(5 * MINUTE, now), countsAsAttempt: false };
			expect(await open.store.release(claims, options, now)).toBe(1);
		}
		expect(await expired(after(13 * HOUR, DUE))).toBe(1);
	});

	test('what a decision put off is as old as the moment it was put off to', async () => {
		const { fixture } = await dueFollowUp();
		const { id: chatbot } = fixture.chatbot;
		const [given] = await fixture.claim(DUE);
		const retryAt = after(5 * MINUTE, DUE);
		const claim = { id: given?.id ?? '', leaseToken: given?.lease.token ?? '' };
		await open.store.release([claim], { retryAt, countsAsAttempt: false }, DUE);
		const [due] = await fixture.claim(retryAt);
		const until = after(2 * DAY, DUE);
		const decision = {
			action: 'wait',
			code: 'customer_asked_later',
			sentence: '',
			until: until.toISOString(),
		} as const;
		const about = { followUpId: due?.followUpId ?? '', scheduledId: due?.id ?? '' };
		await open.store.recordDecision({ ...decision, ...about }, due?.lease.token ?? '', retryAt);
		expect(await open.store.expireOverdue({ chatbot, dueBefore: after(DAY, DUE), now: until })).toBe(0);
	});

	test('the backlog of a big account does not keep a small one waiting', async () => {
		const [big, small] = [{ id: 'big' }, { id: 'small' }];
		const fixture = chatbotFixture(open.store, [{ delay: 4 }]);
		const wrote = async (account: string, minute: number) => {
			const customer = newCustomer();
			const from = (event: object) => ({ ...event, account }) as ReturnType<Customer['writes']>;
			const at = after(minute * MINUTE);
			await open.store.ingest(
				[from(customer.writes('Hi', at)), from(customer.isAnswered('Hello', at, 'application'))],
				at,
			);
			await fixture.plan({ ...customer, key: `whatsapp:${account}:${customer.contact.id}` }, at);
		};
		for (let minute = 0; minute < 30; minute++) await wrote(big.id, minute);
		await wrote(small.id, 30);
		const now = after(6 * HOUR);
		const first = await open.store.claimDue({ chatbot: fixture.chatbot.id, now, limit: 10, leaseMs: HOUR });
		expect(first.map(({ account }) => account)).toContain(small.id);
	});

	test('a cancelled follow-up is not sent, although its text is ready', async () => {
		const { customer, fixture } = await dueFollowUp();
		const { due, decisions } = await fixture.claimAndDecide(DUE);
		expect(decisions[0]?.content).toBeDefined();
		expect(await open.store.cancel(customer.key, {}, DUE)).toBe(1);
		expect(await fixture.send(due[0] as DueFollowUp, DUE)).toMatchObject({ ok: false });
	});

	test('a claim that fails is an error, not an empty list', async () => {
		const { options } = await open.database;
		const store = await openStore(options);
		const claim = { chatbot: 'nobody', now: DUE, limit: 5, leaseMs: HOUR };
		expect(await store.claimDue(claim)).toEqual([]);
		await store.close();
		await expect(store.claimDue(claim)).rejects.toThrow();
	});

	test('a template with an empty variable is not sent, and the reason names the variable', async () => {
		const withTemplate = {
			...{ delay: 2, delayUnit: 'days', templateName: 'reminder', templateLanguage: 'es' },
			templateParameters: ['Ana', ' '],
		};
		const { fixture } = await dueFollowUp(newCustomer(), withTemplate);
		const { decisions } = await fixture.claimAndDecide(after(2 * DAY), scripted());
		expect(decisions).toEqual([
			expect.objectContaining({
				...{ action: 'skip', code: 'template_incomplete' },
				sentence: 'Variable 2 of the WhatsApp template "reminder" is empty; Meta refuses that',
			}),
		]);
	});
});

test('a follow-up never goes out with HUMAN_AGENT or another tag', () => {
	const texts = fc.string({ minLength: 1 }).map((text): Content => ({ kind: 'text', text }));
	fc.assert(
		fc.property(fc.constantFrom('messenger' as const, 'instagram' as const), texts, (channel, content) => {
			const body = CHANNEL_DRIVERS[channel].messageBody({ channel, contact: { id: '1' } }, content);
			expect(body).not.toHaveProperty('tag');
			expect((body as { messaging_type?: string }).messaging_type ?? 'RESPONSE').toBe('RESPONSE');
		}),
	);
});
