import type { Store } from '../../lib/index.ts';
import { newId } from '../support/customer.ts';
import { DUE, LEASE_MS, claim, followUpAt, planFor, silence, toSend } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

/** A chatbot with follow-ups in several conversations, so many in each. */
async function backlog(store: Store, conversations: number, each: number): Promise<string> {
	const chatbot = newId('chatbot');
	for (let n = 0; n < conversations; n++) {
		const story = { ...(await silence(store)), chatbot };
		const dueAt = after(n * MINUTE, DUE).toISOString();
		const plans = Array.from({ length: each }, (_, i) => planFor(story, { followUpId: `f${i}`, dueAt }));
		await store.schedule(plans, START);
	}
	return chatbot;
}

describe.each(databases)('claims on $name', (kind) => {
	const open = useStore(kind);

	test('nothing is claimed a millisecond before it is due, and what is due comes with its lease and facts', async () => {
		const { chatbot, customer, id } = await followUpAt(open.store, 'scheduled');
		expect(await claim(open.store, chatbot, after(-1, DUE))).toEqual([]);
		const [due] = await claim(open.store, chatbot, DUE);
		expect(due).toMatchObject({ id, state: 'claimed', attempts: 1 });
		expect(due?.lease.until).toBe(after(LEASE_MS, DUE).toISOString());
		expect(due?.facts).toEqual(await open.store.conversation(customer.key));
		expect(await claim(open.store, chatbot, DUE)).toEqual([]);
	});

	test('a chatbot claims only what is its own', async () => {
		const mine = await followUpAt(open.store, 'scheduled');
		expect(await claim(open.store, newId('chatbot'), after(24 * HOUR))).toEqual([]);
		expect((await mine.now()).state).toBe('scheduled');
	});

	test('earliest first, and all that is due in one conversation together', async () => {
		const chatbot = await backlog(open.store, 4, 3);
		const batches = [];
		for (let n = 0; n < 3; n++) batches.push(await claim(open.store, chatbot, after(HOUR, DUE), 4));
		expect(batches.map((batch) => batch.length)).toEqual([6, 6, 0]);
		const conversations = batches.map((batch) => new Set(batch.map(({ conversation }) => conversation)));
		expect(conversations.map(({ size }) => size)).toEqual([2, 2, 0]);
		expect([...(conversations[0] ?? [])].some((key) => conversations[1]?.has(key))).toBe(false);
		expect(batches[0]?.every(({ dueAt }) => dueAt <= after(MINUTE, DUE).toISOString())).toBe(true);
	});

	test('claimed at once by many, each follow-up is taken up once', async () => {
		const chatbot = await backlog(open.store, 5, 2);
		const claims = await Promise.all(
			[1, 2, 3, 4].map(async () => await claim(open.store, chatbot, after(HOUR, DUE), 3)),
		);
		const ids = claims.flat().map(({ id }) => id);
		expect(ids).toHaveLength(10);
		expect(new Set(ids).size).toBe(10);
	});

	test('a lease that ran out before sending goes back to scheduled, not a millisecond earlier', async () => {
		const { chatbot, now, leaseToken, id } = await followUpAt(open.store, 'claimed');
		await open.store.recoverLeases(after(LEASE_MS - 1, DUE));
		expect((await now()).state).toBe('claimed');
		const { rescheduled } = await open.store.recoverLeases(after(LEASE_MS, DUE));
		expect(rescheduled).toBeGreaterThan(0);
		expect(await now()).toMatchObject({ state: 'scheduled', reason: { code: 'lease_expired' } });
		const [again] = await claim(open.store, chatbot, after(LEASE_MS, DUE));
		expect(again).toMatchObject({ id, attempts: 2 });
		expect(again?.lease.token).not.toBe(leaseToken);
	});

	test('crashes while it only waits for its turn to be sent never use it up', async () => {
		const { chatbot, now, id } = await followUpAt(open.store, 'scheduled');
		for (let crash = 1; crash <= 8; crash++) {
			const at = after(crash * MINUTE, DUE);
			const [taken] = await claim(open.store, chatbot, at);
			expect(taken).toMatchObject({ id, attempts: 1 });
			await open.store.recordDecision(toSend(id), taken?.lease.token as string, at);
			await open.store.recoverLeases(after(LEASE_MS, at));
		}
		expect(await now()).toMatchObject({ state: 'scheduled', attempts: 0 });
	});

	test('taken up five times without an end, it is given up', async () => {
		const { chatbot, now } = await followUpAt(open.store, 'scheduled');
		for (let attempt = 1; attempt <= 5; attempt++) {
			const at = after(attempt * HOUR, DUE);
			expect(await claim(open.store, chatbot, at)).toMatchObject([{ attempts: attempt }]);
			await open.store.recoverLeases(after(LEASE_MS, at));
		}
		expect(await now()).toMatchObject({ state: 'ended', reason: { code: 'dead_letter' } });
		expect(await claim(open.store, chatbot, after(10 * HOUR, DUE))).toEqual([]);
	});

	test('a lease that ran out while sending is unknown and never scheduled again', async () => {
		const { chatbot, now } = await followUpAt(open.store, 'sending');
		expect(await open.store.recoverLeases(after(LEASE_MS, DUE))).toMatchObject({ unknown: 1 });
		expect(await now()).toMatchObject({ state: 'unknown', reason: { code: 'answer_lost' } });
		for (const hours of [1, 10, 100]) {
			await open.store.recoverLeases(after(hours * HOUR, DUE));
			expect(await claim(open.store, chatbot, after(hours * HOUR, DUE))).toEqual([]);
		}
	});

	describe('given back', () => {
		const retryAt = after(HOUR, DUE);
		const options = { retryAt, countsAsAttempt: true, why: 'The run stopped' };

		test('it is due again at the time given, never before', async () => {
			const { chatbot, id, leaseToken, now } = await followUpAt(open.store, 'claimed');
			expect(await open.store.release([{ id, leaseToken }], options, DUE)).toBe(1);
			expect(await now()).toMatchObject({ state: 'scheduled', dueAt: retryAt.toISOString() });
			expect(await claim(open.store, chatbot, after(-1, retryAt))).toEqual([]);
			expect(await claim(open.store, chatbot, retryAt)).toMatchObject([{ attempts: 2 }]);
		});

		test('faults are bounded, waiting for a person is not', async () => {
			for (const countsAsAttempt of [true, false]) {
				const { chatbot, now } = await followUpAt(open.store, 'scheduled');
				for (let n = 0; n < 8; n++) {
					const at = after(n * HOUR, DUE);
					const [due] = await claim(open.store, chatbot, at);
					if (!due) break;
					const given = [{ id: due.id, leaseToken: due.lease.token }];
					await open.store.release(given, { retryAt: at, countsAsAttempt, why: 'x' }, at);
				}
				expect(await now()).toMatchObject(
					countsAsAttempt
						? { state: 'ended', reason: { code: 'dead_letter' } }
						: { state: 'scheduled', attempts: 0 },
				);
			}
		});

		test('a claim that is not ours, was ended or is being sent stays as it is', async () => {
			const [foreign, sending] = [
				await followUpAt(open.store, 'claimed'),
				await followUpAt(open.store, 'sending'),
			];
			const ended = await followUpAt(open.store, 'claimed');
			await open.store.cancel(ended.customer.key, {}, DUE);
			const claims = [
				{ id: foreign.id, leaseToken: 'another' },
				...[ended, sending].map(({ id, leaseToken }) => ({ id, leaseToken })),
			];
			expect(await open.store.release(claims, options, DUE)).toBe(0);
			expect((await foreign.now()).state).toBe('claimed');
			expect((await ended.now()).state).toBe('ended');
			expect((await sending.now()).state).toBe('sending');
		});
	});

	describe('a decision', () => {
		const about = { code: 'not_triggered' as const, sentence: 'Does not apply', followUpId: 'reminder' };

		test('to wait puts it back with the new time and starts counting attempts anew', async () => {
			const { chatbot, id, leaseToken, now } = await followUpAt(open.store, 'claimed');
			const until = after(3 * HOUR, DUE).toISOString();
			const wait = { ...about, action: 'wait' as const, scheduledId: id, until };
			expect(await open.store.recordDecision(wait, leaseToken, DUE)).toBe(true);
			expect(await now()).toMatchObject({ state: 'scheduled', dueAt: until, attempts: 0 });
			expect((await now()).reasons.at(-1)).toEqual({ code: 'not_triggered', sentence: 'Does not apply' });
			expect(await claim(open.store, chatbot, after(3 * HOUR, DUE))).toHaveLength(1);
		});

		test('to skip ends this one, to stop ends all live ones of the chatbot in the conversation', async () => {
			for (const action of ['skip', 'stop'] as const) {
				const story = await silence(open.store);
				const elsewhere = { ...story, chatbot: newId('chatbot') };
				const later = after(9 * HOUR, DUE).toISOString();
				const plans = [
					planFor(story),
					planFor(story, { followUpId: 'later', dueAt: later }),
					planFor(elsewhere),
				];
				const { scheduled } = await open.store.schedule(plans, START);
				const [due] = await claim(open.store, story.chatbot, DUE);
				const decision = { ...about, action, scheduledId: due?.id ?? '' };
				await open.store.recordDecision(decision, due?.lease.token ?? '', DUE);
				const states = await Promise.all(scheduled.map(async ({ id }) => (await open.store.get(id))?.state));
				expect(states).toEqual(['ended', action === 'stop' ? 'ended' : 'scheduled', 'scheduled']);
			}
		});

		test('is refused without change when the claim is no longer ours', async () => {
			const { id, now, customer, leaseToken } = await followUpAt(open.store, 'claimed');
			const before = await now();
			expect(await open.store.recordDecision(toSend(id), 'another', DUE)).toBe(false);
			expect(await now()).toEqual(before);
			await open.store.ingest([customer.writes('I am back', after(HOUR, DUE))], after(HOUR, DUE));
			expect(await open.store.recordDecision(toSend(id), leaseToken, after(HOUR, DUE))).toBe(false);
			expect((await now()).reason.code).toBe('cancelled_reply');
		});
	});
});
