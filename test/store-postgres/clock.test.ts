import { openStore, type Store } from '../../lib/index.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';
import { LEASE_MS, planFor, silence, toSend } from '../support/scheduled.ts';
import { after, MINUTE } from '../support/time.ts';
import { clockOff } from '../support/wrong-clock.ts';

const SKEW = 10 * MINUTE;

let server: PostgresServer;
const stores: Record<'right' | 'fast' | 'slow', Store> = {} as never;

const ahead = (ms: number) => after(ms, new Date());

beforeAll(async () => {
	server = await startPostgres();
	const connectionString = await server.newDatabase();
	const open = async (ms: number) =>
		await openStore({ kind: 'postgres', connectionString, clock: clockOff(ms) });
	stores.right = await open(0);
	stores.fast = await open(SKEW);
	stores.slow = await open(-SKEW);
}, 60_000);

afterAll(async () => {
	for (const store of Object.values(stores)) await store?.close();
	await server?.stop();
});

async function dueIn(ms: number) {
	const story = await silence(stores.right, undefined, ahead(-MINUTE));
	const dueAt = ahead(ms).toISOString();
	const plan = planFor(story, { dueAt, requestedAt: dueAt, allowedAt: dueAt });
	const { scheduled } = await stores.right.schedule([plan], await stores.right.now());
	return { chatbot: story.chatbot, id: scheduled[0]?.id as string };
}

const claimAs = async (who: keyof typeof stores, chatbot: string, leaseMs = LEASE_MS) =>
	await stores[who].claimDue({ chatbot, now: await stores[who].now(), limit: 5, leaseMs });

test('a fast process does not take a lease away, and a slow one loses none', async () => {
	const { chatbot, id } = await dueIn(-MINUTE);
	const [claimed] = await claimAs('slow', chatbot);
	const token = claimed?.lease.token as string;
	const left = Date.parse(claimed?.lease.until as string) - new Date().getTime();
	expect(Math.abs(left - LEASE_MS)).toBeLessThan(MINUTE);

	await stores.fast.recoverLeases(await stores.fast.now());
	expect((await stores.right.get(id))?.state).toBe('claimed');
	await stores.slow.recordDecision(toSend(id), token, await stores.slow.now());
	expect(await stores.slow.beginSend(id, token, await stores.slow.now())).toMatchObject({ ok: true });
});

test('a slow process does not send with a lease that has run out', async () => {
	const { chatbot, id } = await dueIn(-MINUTE);
	const [claimed] = await claimAs('right', chatbot, -1);
	const token = claimed?.lease.token as string;
	await stores.slow.recordDecision(toSend(id), token, await stores.slow.now());
	expect(await stores.slow.beginSend(id, token, await stores.slow.now())).toMatchObject({ ok: false });
});

test('turns to send that a fast process takes hold up nobody', async () => {
	const to = { channel: 'messenger' as const, account: 'turns', contact: 'one', mostWaitMs: 20_000 };
	for (const who of ['fast', 'slow', 'right'] as const) {
		const { waitMs } = await stores[who].takeTurn(to, await stores[who].now());
		expect(waitMs).toBeLessThan(1_000);
	}
});

test('a machine that slept, or whose clock was set, looks at the server again', async () => {
	const local = { off: 0, slept: 0 };
	const clock = {
		timeOfDay: () => new Date().getTime() + local.off,
		// The steady timer stands still while the machine sleeps.
		steady: () => performance.now() - local.slept,
	};
	const connectionString = await server.newDatabase();
	const store = await openStore({ kind: 'postgres', connectionString, clock });
	try {
		for (const change of [{}, { slept: 10 * MINUTE }, { off: SKEW }, { off: -SKEW }]) {
			Object.assign(local, change);
			const skew = (await store.now()).getTime() - new Date().getTime();
			expect(Math.abs(skew)).toBeLessThan(MINUTE);
		}
	} finally {
		await store.close();
	}
});

test('while the server cannot be asked the time goes on, also after another look was due', async () => {
	const own = await startPostgres();
	let passed = 0;
	const clock = {
		timeOfDay: () => new Date().getTime() + passed + SKEW,
		steady: () => performance.now() + passed,
	};
	const store = await openStore({ kind: 'postgres', connectionString: await own.newDatabase(), clock });
	const before = (await store.now()).getTime();
	await own.stop();
	passed = 5 * MINUTE;
	const then = (await store.now()).getTime();
	expect(Math.abs(then - before - passed)).toBeLessThan(MINUTE);
	await store.close();
}, 60_000);
