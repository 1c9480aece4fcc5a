import { openStore, type Store } from '../../lib/index.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';
import { LEASE_MS, planFor, silence, toSend } from '../support/scheduled.ts';
import { MINUTE } from '../support/time.ts';

const SKEW = 10 * MINUTE;

let server: PostgresServer;
const stores: Record<'right' | 'fast' | 'slow', Store> = {} as never;

/** What a process whose clock is off by so much takes for the time. */
const clockOff = (ms: number) => ({
	timeOfDay: () => new Date().getTime() + ms,
	steady: () => performance.now(),
});
const seenBy = { right: () => new Date(), fast: () => ahead(SKEW), slow: () => ahead(-SKEW) };
const ahead = (ms: number) => new Date(new Date().getTime() + ms);

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
	const { scheduled } = await stores.right.schedule([plan], new Date());
	return { chatbot: story.chatbot, id: scheduled[0]?.id as string };
}

const claimAs = async (who: keyof typeof stores, chatbot: string, leaseMs = LEASE_MS) =>
	await stores[who].claimDue({ chatbot, now: seenBy[who](), limit: 5, leaseMs });

test('a process whose clock is ten minutes fast takes nothing up early', async () => {
	const { chatbot } = await dueIn(5 * MINUTE);
	expect(await claimAs('fast', chatbot)).toEqual([]);
});

test('a process whose clock is ten minutes slow takes up what is due', async () => {
	const { chatbot, id } = await dueIn(-MINUTE);
	expect((await claimAs('slow', chatbot)).map((one) => one.id)).toEqual([id]);
});

test('a fast process does not take a lease away, and a slow one loses none', async () => {
	const { chatbot, id } = await dueIn(-MINUTE);
	const [claimed] = await claimAs('slow', chatbot);
	const token = claimed?.lease.token as string;
	const left = Date.parse(claimed?.lease.until as string) - new Date().getTime();
	expect(Math.abs(left - LEASE_MS)).toBeLessThan(MINUTE);

	await stores.fast.recoverLeases(seenBy.fast());
	expect((await stores.right.get(id))?.state).toBe('claimed');
	await stores.slow.recordDecision(toSend(id), token, seenBy.slow());
	expect(await stores.slow.beginSend(id, token, seenBy.slow())).toMatchObject({ ok: true });
});

test('a slow process does not send with a lease that has run out', async () => {
	const { chatbot, id } = await dueIn(-MINUTE);
	const [claimed] = await claimAs('right', chatbot, -1);
	const token = claimed?.lease.token as string;
	await stores.slow.recordDecision(toSend(id), token, seenBy.slow());
	expect(await stores.slow.beginSend(id, token, seenBy.slow())).toMatchObject({ ok: false });
});

test('what a fast process gives back is due again when it meant', async () => {
	const { chatbot, id } = await dueIn(-MINUTE);
	const [claimed] = await claimAs('fast', chatbot);
	const claims = [{ id, leaseToken: claimed?.lease.token as string }];
	const options = { retryAt: ahead(SKEW + 5 * MINUTE), countsAsAttempt: false };
	expect(await stores.fast.release(claims, options, seenBy.fast())).toBe(1);
	const dueAt = Date.parse((await stores.right.get(id))?.dueAt as string);
	expect(Math.abs(dueAt - ahead(5 * MINUTE).getTime())).toBeLessThan(MINUTE);
});

test('the time by the deciding clock is the same for all', async () => {
	for (const who of ['right', 'fast', 'slow'] as const) {
		const told = await stores[who].clock(seenBy[who]());
		expect(Math.abs(told.getTime() - new Date().getTime())).toBeLessThan(MINUTE);
	}
});
