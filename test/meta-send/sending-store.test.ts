import fc from 'fast-check';
import { asNow, type Now } from '../../lib/store/database/now.ts';
import { nextTurn, type Pace } from '../../lib/messaging/pace.ts';
import type { AccountAddress, MessagingEvent } from '../../lib/index.ts';
import { newCustomer, newId } from '../support/customer.ts';
import { followUpAt, DUE, TEMPLATE } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

test('a pace never lets more through than burst and rate allow, and wastes nothing', () => {
	const pace = fc.record({
		intervalMs: fc.integer({ min: 1, max: 10_000 }),
		burst: fc.integer({ min: 1, max: 50 }),
	});
	fc.assert(
		fc.property(
			pace,
			fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 200 }),
			(limit: Pace, gaps) => {
				let freeAt: number | undefined;
				let now = 0;
				// A token bucket, written the other way round: what is left, instead of when it is free.
				let [left, filledAt] = [limit.burst, 0];
				for (const gap of gaps) {
					now += gap;
					const turn = nextTurn(freeAt, limit, now);
					const available = Math.min(limit.burst, left + (turn.at - filledAt) / limit.intervalMs);
					expect(available).toBeGreaterThanOrEqual(1 - 1e-6);
					if (turn.at > now) expect(available).toBeLessThan(1 + 1e-6);
					[left, filledAt, freeAt] = [available - 1, turn.at, turn.freeAt];
					now = turn.at;
				}
			},
		),
	);
});

describe.each(databases)('sending on $name', (kind) => {
	const open = useStore(kind);
	const account = (): AccountAddress => ({ channel: 'whatsapp', account: newId('account') });
	const turn = async (to: AccountAddress, contact: string, at: Now, more: object = {}) =>
		await open.store.takeTurn({ ...to, contact, mostWaitMs: 60_000, ...more }, at);

	test('one customer gets a burst and then one message in 6 seconds; the others are not held up', async () => {
		const to = account();
		const now = (index: number) => after(index * 20);
		const burst = 40;
		for (let index = 0; index < burst; index++)
			expect(await turn(to, 'ana', now(index))).toEqual({ waitMs: 0, taken: true });
		const next = await turn(to, 'ana', now(burst));
		expect(next.taken).toBe(false);
		expect(next.waitMs).toBeGreaterThan(4_000);
		expect(await turn(to, 'ben', now(burst))).toMatchObject({ taken: true });
		const later = after(next.waitMs, now(burst));
		expect(await turn(to, 'ana', later)).toMatchObject({ taken: true });
		expect(await turn(to, 'ana', later)).toEqual({ waitMs: 6_000, taken: false });
	});

	test('a number keeps its messages per second, counted over everybody who asks at once', async () => {
		const to = account();
		const asked = Array.from(
			{ length: 60 },
			async (_, index) => await turn(to, `c${index}`, START, { perSecond: 20 }),
		);
		const waits = (await Promise.all(asked)).map(({ waitMs }) => waitMs).sort((a, b) => a - b);
		for (const start of waits)
			expect(waits.filter((wait) => wait >= start && wait < start + 1_000).length).toBeLessThanOrEqual(20);
		expect(waits.at(-1)).toBeLessThan((60 / 20) * 1_000 * 1.25);
	});

	test('a turn too far ahead is not taken and costs nothing', async () => {
		const to = account();
		for (let index = 0; index < 5; index++) await turn(to, `c${index}`, START, { perSecond: 1 });
		const [first, second] = [1, 2].map(
			async () => await turn(to, 'late', START, { perSecond: 1, mostWaitMs: 1_000 }),
		);
		expect(await first).toEqual(await second);
		expect((await first)?.taken).toBe(false);
	});

	test.each([10 * MINUTE, HOUR, 1_000 * HOUR])(
		'a clock set back by %i ms holds nobody up for longer than turns are ever taken ahead',
		async (ahead) => {
			const to = account();
			for (let index = 0; index < 100; index++)
				await turn(to, index < 50 ? 'ana' : `c${index}`, after(ahead), { perSecond: 1 });
			expect(await turn(to, 'ben', START, { perSecond: 1 })).toEqual({ waitMs: 0, taken: true });
			expect(await turn(to, 'ana', after(2_000), { perSecond: 1 })).toMatchObject({ taken: true });
			// The pace goes on from there.
			const next = await turn(to, 'cleo', after(2_000), { perSecond: 1 });
			expect(next.waitMs).toBeGreaterThan(0);
			expect(next.waitMs).toBeLessThan(3_000);
		},
	);

	test('a backlog that is possible is believed, so that a restart gives nobody more than the limit', async () => {
		const to = account();
		const waits: number[] = [];
		for (let index = 0; index < 80; index++) {
			const { waitMs, taken } = await turn(to, `c${index}`, START, { perSecond: 1, mostWaitMs: HOUR });
			if (taken) waits.push(waitMs);
		}
		expect(waits.at(-1)).toBeGreaterThan(50_000);
		expect(new Set(waits).size).toBe(waits.length);
	});

	test('media of Messenger has a limit of its own, and accounts do not share one', async () => {
		const page: AccountAddress = { channel: 'messenger', account: newId('page') };
		const last = async (isMedia: boolean, to = page) => {
			let waitMs = 0;
			for (let index = 0; index < 12; index++) ({ waitMs } = await turn(to, `c${index}`, START, { isMedia }));
			return waitMs;
		};
		expect(await last(true)).toBeGreaterThan(1_000);
		expect(await last(false)).toBeLessThan(400);
		expect(await last(false, { ...page, account: newId('page') })).toBeLessThan(400);
	});

	test('an account is paused once, for a time or by hand, and what is late pauses it no more', async () => {
		const to = account();
		const paused = async (now: Now) =>
			(await open.store.accountPauses(now)).some((one) => one.account === to.account);
		expect(await open.store.pauseAccount(to, { until: after(HOUR), reason: 'Locked' }, START)).toBe(true);
		expect(await open.store.pauseAccount(to, { until: after(MINUTE), reason: 'Again' }, START)).toBe(false);
		expect([await paused(after(HOUR - 1)), await paused(after(HOUR))]).toEqual([true, false]);
		expect(await open.store.resumeAccount(to, after(2 * MINUTE))).toBe(true);
		expect(await open.store.resumeAccount(to, after(2 * MINUTE))).toBe(false);
		expect(await paused(after(3 * MINUTE))).toBe(false);
		expect(await open.store.pauseAccount(to, { reason: 'A late webhook' }, after(MINUTE))).toBe(false);
		expect(await open.store.pauseAccount(to, { reason: 'By hand' }, after(3 * MINUTE))).toBe(true);
		expect(await paused(after(1_000 * HOUR))).toBe(true);
		await open.store.resumeAccount(to, after(2 * HOUR));
	});

	test('a due follow-up of a paused account waits, goes on when it is resumed, and loses no attempt', async () => {
		const customer = newCustomer({ channel: 'messenger' });
		const prepared = await followUpAt(open.store, 'decided', { customer });
		const to: AccountAddress = { channel: 'messenger', account: customer.key.split(':')[1] as string };
		await open.store.pauseAccount(to, { reason: 'By hand' }, DUE);
		const begun = await open.store.beginSend(prepared.id, prepared.leaseToken, DUE);
		expect(begun).toMatchObject({
			ok: false,
			reason: { code: 'account_paused', sentence: expect.stringContaining('By hand') },
		});
		const waiting = await prepared.now();
		expect(waiting).toMatchObject({
			state: 'scheduled',
			attempts: 0,
			dueAt: after(15 * MINUTE, DUE).toISOString(),
		});
		await open.store.resumeAccount(to, after(MINUTE, DUE));
		const again = asNow(new Date(waiting.dueAt));
		const [claimed] = await open.store.claimDue({
			chatbot: prepared.chatbot,
			now: again,
			limit: 1,
			leaseMs: HOUR,
		});
		expect(claimed?.facts.accountPause).toBeUndefined();
		const sending = await open.store.beginSend(prepared.id, claimed?.lease.token ?? '', again);
		expect(sending.ok).toBe(true);
	});

	test('a message the business writes first makes the conversation, and counts as having spoken', async () => {
		const contact = String(573_000_000_000 + Number(newId('').slice(1)));
		const key = `whatsapp:${newId('account')}:${contact}`;
		const made = await open.store.ensureConversation(key, { phone: contact }, START);
		expect(made).toMatchObject({ key, contact: { id: contact, phone: contact } });
		expect(await open.store.ensureConversation(key, {}, after(HOUR))).toEqual(made);
		const message = {
			conversation: key,
			messageId: newId('wamid'),
			at: START.toISOString(),
			type: 'text',
			text: 'Hi',
		};
		await open.store.recordOutbound({ ...message, by: 'application' }, START);
		expect(await open.store.transcript(key, 5)).toMatchObject([
			{ from: 'business', by: 'application', text: 'Hi' },
		]);
		expect(await open.store.conversation(key)).toMatchObject({ lastOutboundAt: START.toISOString() });
	});

	describe('costs', () => {
		const rates = { marketing: 0.02, utility: 0.001, service: 0.003 };
		const cost = (to: AccountAddress, more: object = {}) => ({
			...{
				...to,
				messageId: newId('wamid'),
				currency: 'USD',
				market: 'CO',
				rates,
				estimate: { low: 0, high: 0.003 },
			},
			...more,
		});
		const billed = (
			to: AccountAddress,
			messageId: string,
			pricing: object,
			state = 'sent',
		): MessagingEvent => ({
			...newCustomer().event('status', after(MINUTE), { id: newId('status') }),
			...{ account: to.account, status: { messageId, state: state as 'sent', pricing } },
		});
		const spent = async (to: AccountAddress) => await open.store.spentSince(to, 'USD', START);

		test('what was estimated counts at its most, until Meta says what it bills', async () => {
			const to = account();
			const one = cost(to);
			await open.store.noteCost(one, START);
			expect(await spent(to)).toMatchObject({ amount: 0.003, messages: 1, unknown: 0 });
			const pricing = {
				pricing_model: 'PMP',
				billable: false,
				type: 'free_customer_service',
				category: 'service',
			};
			await open.store.ingest([billed(to, one.messageId, pricing)], after(MINUTE));
			expect(await spent(to)).toMatchObject({ amount: 0 });
			const two = cost(to);
			await open.store.noteCost(two, START);
			const regular = { pricing_model: 'PMP', billable: true, type: 'regular', category: 'marketing' };
			await open.store.ingest([billed(to, two.messageId, regular)], after(MINUTE));
			expect(await spent(to)).toMatchObject({ amount: 0.02, messages: 2 });
		});

		test('Meta may be faster than our own note; the sum is the same', async () => {
			const to = account();
			const one = cost(to);
			const pricing = { billable: true, type: 'regular', category: 'utility' };
			await open.store.ingest([billed(to, one.messageId, pricing)], after(MINUTE));
			expect(await spent(to)).toMatchObject({ messages: 1, unknown: 1, amount: 0 });
			await open.store.noteCost(one, START);
			expect(await spent(to)).toMatchObject({ messages: 1, unknown: 0, amount: 0.001 });
		});

		test('a message that failed costs nothing, and what is not known is counted and not added', async () => {
			const to = account();
			const failed = cost(to);
			await open.store.noteCost(failed, START);
			await open.store.ingest([billed(to, failed.messageId, {}, 'failed')], after(MINUTE));
			await open.store.noteCost(cost(to, { rates: undefined, estimate: undefined }), START);
			expect(await spent(to)).toMatchObject({ amount: 0, messages: 2, unknown: 1 });
			expect(await open.store.spentSince(to, 'USD', after(HOUR))).toMatchObject({ messages: 0 });
		});

		test('sums are kept per follow-up', async () => {
			const prepared = await followUpAt(open.store, 'sending', { content: TEMPLATE });
			const to = account();
			await open.store.noteCost(cost(to, { scheduledId: prepared.id }), DUE);
			const sums = await open.store.followUpCosts(START);
			expect(sums.find(({ chatbot }) => chatbot === prepared.chatbot)).toEqual({
				...{ chatbot: prepared.chatbot, followUpId: 'reminder', currency: 'USD' },
				...{ amount: 0.003, messages: 1, unknown: 0 },
			});
		});
	});
});
