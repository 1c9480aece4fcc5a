import { sharedStore } from '../../lib/index.ts';
import { keepQueued, type Repeat } from '../../lib/store/maintenance/keep-leases.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { newId } from '../support/customer.ts';
import { dueItems } from '../support/due-trigger.ts';
import { runWorkflow } from '../support/engine.ts';
import { flow, rulesOnly } from '../support/flow.ts';
import { DUE, LEASE_MS, claimOf, followUpAt, handOut } from '../support/scheduled.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';
import { wrote } from '../support/wrote.ts';

beforeEach(() => setClock(after(MINUTE)));
afterAll(releaseClock);

test('an execution that begins when another has its follow-up does nothing, and says so', async () => {
	const store = await sharedStore();
	const chatbotId = newId('chatbot');
	await runWorkflow(flow(rulesOnly(chatbotId)), { start: 'Start', items: [await wrote()] });
	setClock(after(5 * HOUR));
	const late = await dueItems(chatbotId);
	setClock(after(6 * HOUR));
	await store.recoverLeases(await store.now());
	const [again] = await handOut(store, chatbotId, await store.now());
	const ran = await runWorkflow(flow(rulesOnly(chatbotId)), { start: 'Start', items: late });
	expect(ran.status).toBe('success');
	expect(ran.outputs('Evaluate').flat()).toEqual([]);
	expect(ran.hints('Evaluate')).toMatchObject([
		{ message: expect.stringContaining('1 of 1 follow-ups were left alone') },
	]);
	expect(await store.get(again?.id ?? '')).toMatchObject({ state: 'claimed', attempts: 0 });
});

describe('the signs of life of a run that waits for its place', () => {
	/** A timer that the test turns. */
	function byHand() {
		const timer = { turns: 0, stopped: false, turn: async () => {} };
		const every: Repeat = (_everyMs, run) => {
			timer.turn = async () => {
				if (timer.stopped) return;
				timer.turns++;
				run();
				await new Promise((resolve) => setImmediate(resolve));
			};
			return () => (timer.stopped = true);
		};
		return { timer, every };
	}

	async function waiting(forMs: number) {
		const store = await sharedStore();
		setClock(DUE);
		const one = await followUpAt(store, 'scheduled');
		const claims = (await handOut(store, one.chatbot, DUE)).map(claimOf);
		const { timer, every } = byHand();
		const stop = keepQueued(store, claims, { leaseMs: LEASE_MS, forMs, every });
		return { ...one, store, claims, timer, stop };
	}

	test('keep its follow-ups handed out, and end when it has begun with all of them', async () => {
		const { store, claims, timer, now } = await waiting(HOUR);
		setClock(after(9 * MINUTE, DUE));
		await timer.turn();
		expect((await now()).lease?.until).toBe(after(19 * MINUTE, DUE).toISOString());
		await store.takeUp(claims, await store.now());
		await timer.turn();
		expect(timer.stopped).toBe(true);
	});

	test('end when nobody believes any more that it will begin, and when n8n says that it is over', async () => {
		const bounded = await waiting(MINUTE);
		for (let n = 0; n < 10; n++) await bounded.timer.turn();
		expect(bounded.timer).toMatchObject({ stopped: true, turns: 4 });
		const told = await waiting(HOUR);
		told.stop();
		expect(told.timer.stopped).toBe(true);
	});
});
