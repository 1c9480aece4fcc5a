import fc from 'fast-check';
import { lastDays, monthOf, openStore, parseChatbot, type Store } from '../../lib/index.ts';
import { newCustomer, newId } from '../support/customer.ts';
import { LEASE_MS, planFor, register, silence, toSend } from '../support/scheduled.ts';
import { databases, type TestDatabase } from '../support/stores.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';
import { clockOff } from '../support/wrong-clock.ts';

const CLOCKS = { 'ten minutes ahead': 10 * MINUTE, 'ten minutes behind': -10 * MINUTE };
/** Reading a clock, and the work in between, takes some time on a busy machine. */
const A_WHILE = MINUTE;

describe.each(databases)('n8n with a wrong clock, on $name', (kind) => {
	let database: TestDatabase;
	beforeAll(async () => (database = await kind.create()), 60_000);
	afterAll(async () => await database.remove());

	describe.each(Object.entries(CLOCKS))('%s', (_name, off) => {
		let store: Store;
		beforeAll(async () => {
			store = await openStore({ ...database.options, clock: clockOff(off) });
		});
		afterAll(async () => await store.close());

		/** By the clock that decides: the server's is right; without a server there is none but the wrong one. */
		const inTime = (ms: number) => after(ms + (kind.name === 'SQLite' ? off : 0), new Date());
		const near = (time: string | Date | undefined, wanted: Date) =>
			expect(Math.abs(new Date(time ?? '').getTime() - wanted.getTime())).toBeLessThan(A_WHILE);

		/** A customer who was silent for ten minutes, with a follow-up that is due in so long. */
		async function dueIn(ms: number) {
			const story = await silence(store, newCustomer(), inTime(-10 * MINUTE));
			await register(store, story.chatbot, undefined, { now: inTime(-HOUR) });
			const dueAt = inTime(ms).toISOString();
			const plan = planFor(story, { dueAt, requestedAt: dueAt, allowedAt: dueAt });
			const { scheduled } = await store.schedule([plan], await store.now());
			const id = scheduled[0]?.id as string;
			const claims = async () =>
				await store.claimDue({
					...{ chatbot: story.chatbot, now: await store.now(), limit: 5, leaseMs: LEASE_MS },
				});
			return { ...story, id, claims, get: async () => await store.get(id) };
		}

		test('the present is the one of the clock that decides', async () => {
			near(await store.now(), inTime(0));
		});

		test('what is due is taken up, with its lease in full; what is not due yet waits', async () => {
			const early = await dueIn(5 * MINUTE);
			expect(await early.claims()).toEqual([]);
			const due = await dueIn(-MINUTE);
			const [claimed] = await due.claims();
			expect(claimed?.id).toBe(due.id);
			near(claimed?.lease.until, inTime(LEASE_MS));
			await store.recoverLeases(await store.now());
			expect((await due.get())?.state).toBe('claimed');
		});

		test('a decision is sent, and what is put off comes due when it was meant to', async () => {
			const one = await dueIn(-MINUTE);
			const token = (await one.claims())[0]?.lease.token as string;
			await store.recordDecision(toSend(one.id), token, await store.now());
			expect(await store.beginSend(one.id, token, await store.now())).toMatchObject({ ok: true });
			const at = after(2 * MINUTE, await store.now());
			const finished = await store.finishSend(
				one.id,
				{ outcome: 'retry', at, message: 'Later' },
				await store.now(),
			);
			expect(finished.dueAt).toBe(at.toISOString());
			near(finished.dueAt, inTime(2 * MINUTE));

			const other = await dueIn(-MINUTE);
			const lease = (await other.claims())[0]?.lease.token as string;
			const retryAt = after(5 * MINUTE, await store.now());
			const claims = [{ id: other.id, leaseToken: lease }];
			await store.release(claims, { retryAt, countsAsAttempt: false }, await store.now());
			expect((await other.get())?.dueAt).toBe(retryAt.toISOString());
		});

		test('a plan counts from when the customer wrote, by the time that Meta tells', async () => {
			const id = newId('chatbot');
			const source = { id: newId('source'), version: 'one' };
			const followUp = { delay: 4, delayUnit: 'hours' as const, description: 'Not confirmed' };
			const followUps = [
				{ ...followUp, name: 'Only', messageSource: 'fixed' as const, message: 'Shall we?' },
			];
			const chatbot = parseChatbot({ id, stopCondition: 'When the customer confirms', followUps });
			await store.registerChatbot(chatbot, inTime(-HOUR), source);
			const wrote = newCustomer().writes('Hello', inTime(-MINUTE));
			await store.ingest([wrote], await store.now(), { planBy: [source] });
			const [planned] = await store.list({ chatbot: id });
			expect(planned).toMatchObject({
				anchor: { at: wrote.at },
				dueAt: after(4 * HOUR, new Date(wrote.at)).toISOString(),
			});
		});

		test('a turn to send is free at once, and the next ones follow at their pace', async () => {
			const to = { channel: 'messenger' as const, account: newId('account'), contact: 'one' };
			const waits: number[] = [];
			for (let n = 0; n < 4; n++)
				waits.push(
					(await store.takeTurn({ ...to, perSecond: 1, mostWaitMs: HOUR }, await store.now())).waitMs,
				);
			expect(waits[0]).toBe(0);
			expect(waits.at(-1)).toBeGreaterThan(0);
			expect(waits.at(-1)).toBeLessThanOrEqual(4 * 1_200);
		});

		test("the month's budget begins anew at the month, to the millisecond", async () => {
			const account = { channel: 'whatsapp' as const, account: newId('account') };
			const cost = { ...account, currency: 'USD', estimate: { low: 1, high: 1 } };
			const may = new Date('2026-05-01T00:00:00.000Z');
			await store.noteCost({ ...cost, messageId: newId('wamid') }, after(-1, may));
			await store.noteCost({ ...cost, messageId: newId('wamid') }, after(0, may));
			const spent = await store.spentSince(account, 'USD', monthOf(after(HOUR, may)));
			expect(spent).toMatchObject({ messages: 1, amount: 1 });
			expect(await store.spentSince(account, 'USD', may)).toEqual(spent);
		});

		test('statistics count what lies within their period, to the millisecond', async () => {
			const ended = after(0, new Date('2026-05-31T05:00:00.000Z'));
			const { chatbot, id } = await dueIn(5 * MINUTE);
			await store.cancelScheduled(id, undefined, ended);
			const count = async (now: Date, days: number) => {
				const period = lastDays(days, 'America/Bogota', now);
				const { total } = await store.statistics({ ...period, now, chatbot, timeZone: 'America/Bogota' });
				return total.ended;
			};
			// The day begins in Bogota at the very moment at which it ended.
			expect(await count(after(-1, ended), 1)).toBe(0);
			expect(await count(ended, 1)).toBe(1);
			expect(await count(after(24 * HOUR, ended), 1)).toBe(0);
		});

		test('times that people choose and programs tell are stored as they are given', async () => {
			const chosen = fc.integer({ min: MINUTE, max: 300 * 24 * HOUR });
			await fc.assert(
				fc.asyncProperty(chosen, chosen, async (ahead, ago) => {
					const later = inTime(A_WHILE + ahead);
					const before = inTime(-ago);
					const { id, customer } = await dueIn(5 * MINUTE);
					const { key } = customer;
					const account = { channel: 'whatsapp' as const, account: newId('account') };
					const paused = { until: later, reason: 'Stock-taking' };

					// Within the messaging window only: later than that the rules have something to say.
					const dueAt = inTime(A_WHILE + (ahead % (20 * HOUR)));
					const moved = await store.reschedule(id, { dueAt }, await store.now());
					expect(moved.followUp).toMatchObject({
						dueAt: dueAt.toISOString(),
						requestedAt: dueAt.toISOString(),
					});
					await store.pauseAccount(account, paused, await store.now());
					const pauses = await store.accountPauses(await store.now());
					expect(pauses.find((one) => one.account === account.account)?.until).toBe(later.toISOString());
					await store.markConverted({ key }, { reachedAt: before }, await store.now());
					await store.addMessage(
						{ key },
						{ by: 'person', text: 'As said', saidAt: before },
						await store.now(),
					);
					await store.pauseConversation({ key }, { until: later }, await store.now());
					expect(await store.conversation(key)).toMatchObject({
						...{ convertedAt: before.toISOString(), personWroteAt: before.toISOString() },
						pausedUntil: later.toISOString(),
					});
				}),
				{ numRuns: 15 },
			);
		}, 60_000);
	});
});
