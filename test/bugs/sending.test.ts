import fc from 'fast-check';
import { CHANNEL_DRIVERS } from '../../lib/channels/drivers.ts';
import { openStore } from '../../lib/store/open-store.ts';
import type { Content, DueFollowUp, ScheduledFollowUp } from '../../lib/follow-up/types.ts';
import { newCustomer, type Customer } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { DAY, HOUR, MINUTE, START, after } from './times.ts';
import { openShop, scripted } from './shop.ts';

/** Bugs about sending that were seen in other follow-up software, each named after what went wrong there. */
describe.each(databases)('bugs of sending seen in the wild, on $name', (database) => {
	const open = useStore(database);
	const DUE = after(4 * HOUR);

	async function dueFollowUp(customer: Customer = newCustomer(), followUp: object = {}) {
		const answer = customer.isAnswered('Which day suits you?', after(MINUTE), 'application');
		await open.store.ingest([customer.says(), answer], START);
		const shop = openShop(open.store, [{ delay: 4, ...followUp }]);
		await shop.plans(customer, after(MINUTE));
		return { customer, shop };
	}
	const stateOf = async (due: DueFollowUp) => (await open.store.get(due.id)) as ScheduledFollowUp;

	test('1. the customer writes after the job is taken up, and the cancel hits only pending jobs', async () => {
		const { customer, shop } = await dueFollowUp();
		const [due] = await shop.claims(DUE);
		await open.store.ingest([customer.says('Tuesday!', DUE)], DUE);
		expect(await shop.sends(due as DueFollowUp, DUE)).toMatchObject({ ok: false });
		expect(await stateOf(due as DueFollowUp)).toMatchObject({
			state: 'ended',
			reason: { code: 'cancelled_reply' },
		});
	});

	test('1b. the customer writes after the decision, right before the request', async () => {
		const { customer, shop } = await dueFollowUp();
		const { due } = await shop.comesDue(DUE);
		await open.store.ingest([customer.says('Tuesday!', after(1, DUE))], after(1, DUE));
		expect(await shop.sends(due[0] as DueFollowUp, after(2, DUE))).toMatchObject({ ok: false });
		expect((await stateOf(due[0] as DueFollowUp)).acceptedAt).toBeUndefined();
	});

	test('16. acceptance by the API is counted as success, and 131047 comes later', async () => {
		const { customer, shop } = await dueFollowUp();
		const { due } = await shop.comesDue(DUE);
		await shop.sends(due[0] as DueFollowUp, DUE);
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

	test('17. status webhooks come twice, and count twice', async () => {
		const { customer, shop } = await dueFollowUp();
		const { due } = await shop.comesDue(DUE);
		await shop.sends(due[0] as DueFollowUp, DUE);
		const { id, messageId } = await stateOf(due[0] as DueFollowUp);
		const delivered = customer.status(messageId as string, 'delivered', after(MINUTE, DUE));
		for (let time = 0; time < 3; time++) await open.store.ingest([delivered, delivered], after(MINUTE, DUE));
		const steps = (await open.store.audit(id)).filter(({ to }) => to === 'delivered');
		expect(steps).toHaveLength(1);
	});

	test('17b. several runs at once send the same follow-up several times', async () => {
		const { shop } = await dueFollowUp();
		const claims = await Promise.all([1, 2, 3, 4].map(() => shop.claims(DUE)));
		expect(claims.flat()).toHaveLength(1);
		const due = claims.flat()[0] as DueFollowUp;
		await shop.decides([due], DUE);
		const begun = await Promise.all([1, 2, 3].map(() => open.store.beginSend(due.id, due.lease.token, DUE)));
		expect(begun.filter(({ ok }) => ok)).toHaveLength(1);
	});

	test('18. the same inbound webhook twice within a second is answered twice', async () => {
		const customer = newCustomer();
		const asked = [customer.says(), customer.isAnswered('Hi', after(MINUTE), 'application')];
		const taken = await Promise.all([1, 2].map(() => open.store.ingest(asked, START)));
		expect(taken.flatMap(({ events }) => events)).toHaveLength(2);
		const shop = openShop(open.store, [{ delay: 4 }]);
		const plans = await Promise.all([1, 2].map(() => shop.plans(customer, after(MINUTE))));
		expect(plans.flatMap(({ scheduled }) => scheduled)).toHaveLength(1);
		expect(await shop.claims(DUE)).toHaveLength(1);
	});

	test('20. the exit is judged at the end of a 30-day delay instead of when it happens', async () => {
		const late = { delay: 30, delayUnit: 'days', templateName: 'reminder', templateLanguage: 'es' };
		const { customer, shop } = await dueFollowUp(newCustomer(), late);
		const [planned] = await open.store.list({ chatbot: shop.chatbot.id });
		const left = after(DAY);
		await open.store.ingest([customer.says('I bought it', left)], left);
		expect(await open.store.get(planned?.id ?? '')).toMatchObject({
			state: 'ended',
			endedAt: left.toISOString(),
		});
	});

	test('21. the time limit of a whole flow ends it without a word', async () => {
		const { shop } = await dueFollowUp();
		const [planned] = await open.store.list({ chatbot: shop.chatbot.id });
		await open.store.expireOverdue({ chatbot: shop.chatbot.id, dueBefore: after(DAY), now: after(3 * DAY) });
		expect(await open.store.get(planned?.id ?? '')).toMatchObject({
			state: 'ended',
			reason: { code: 'expired' },
		});
	});

	test('22. the backlog of a big account keeps a small one waiting', async () => {
		const [big, small] = [{ id: 'big' }, { id: 'small' }];
		const shop = openShop(open.store, [{ delay: 4 }]);
		const wrote = async (account: string, minute: number) => {
			const customer = newCustomer();
			const from = (event: object) => ({ ...event, account }) as ReturnType<Customer['says']>;
			const at = after(minute * MINUTE);
			await open.store.ingest(
				[from(customer.says('Hi', at)), from(customer.isAnswered('Hello', at, 'application'))],
				at,
			);
			await shop.plans({ ...customer, key: `whatsapp:${account}:${customer.contact.id}` }, at);
		};
		for (let minute = 0; minute < 30; minute++) await wrote(big.id, minute);
		await wrote(small.id, 30);
		const now = after(6 * HOUR);
		const first = await open.store.claimDue({ chatbot: shop.chatbot.id, now, limit: 10, leaseMs: HOUR });
		expect(first.map(({ account }) => account)).toContain(small.id);
	});

	test('23. a cancelled follow-up whose text is drafted already can still be approved', async () => {
		const { customer, shop } = await dueFollowUp();
		const { due, decisions } = await shop.comesDue(DUE);
		expect(decisions[0]?.content).toBeDefined();
		expect(await open.store.cancel(customer.key, {}, DUE)).toBe(1);
		expect(await shop.sends(due[0] as DueFollowUp, DUE)).toMatchObject({ ok: false });
	});

	test('24. a claim that failed looks like nothing being due', async () => {
		const { options } = await open.database;
		const store = await openStore(options);
		const claim = { chatbot: 'nobody', now: DUE, limit: 5, leaseMs: HOUR };
		expect(await store.claimDue(claim)).toEqual([]);
		await store.close();
		await expect(store.claimDue(claim)).rejects.toThrow();
	});

	test('26. an empty template variable goes to Meta and comes back as HTTP 400', async () => {
		const withTemplate = {
			...{ delay: 2, delayUnit: 'days', templateName: 'reminder', templateLanguage: 'es' },
			templateParameters: ['Ana', ' '],
		};
		const { shop } = await dueFollowUp(newCustomer(), withTemplate);
		const { decisions } = await shop.comesDue(after(2 * DAY), scripted());
		expect(decisions).toEqual([
			expect.objectContaining({
				...{ action: 'skip', code: 'template_incomplete' },
				reason: 'Variable 2 of the WhatsApp template "reminder" is empty; Meta refuses that',
			}),
		]);
	});
});

test('25. a reply of the bot goes out with HUMAN_AGENT', () => {
	const texts = fc.string({ minLength: 1 }).map((text): Content => ({ kind: 'text', text }));
	fc.assert(
		fc.property(fc.constantFrom('messenger' as const, 'instagram' as const), texts, (channel, content) => {
			const body = CHANNEL_DRIVERS[channel].messageBody({ channel, contact: { id: '1' } }, content);
			expect(body).not.toHaveProperty('tag');
			expect((body as { messaging_type?: string }).messaging_type ?? 'RESPONSE').toBe('RESPONSE');
		}),
	);
});
