import { DatabaseSync } from 'node:sqlite';
import {
	copyStore,
	openStore,
	type PostgresStoreOptions,
	type SqliteStoreOptions,
	type Store,
} from '../../lib/index.ts';
import { newCustomer } from '../support/customer.ts';
import { claim, DUE, followUpAt, LEASE_MS, type Prepared, type LivePhase } from '../support/scheduled.ts';
import { databases, type TestDatabase } from '../support/stores.ts';
import { after, HOUR, START } from '../support/time.ts';

const PHASES: LivePhase[] = ['scheduled', 'claimed', 'decided', 'sending'];

let from: TestDatabase;
let to: TestDatabase;
let copy: Store;
let copied: Record<string, number>;
let before: Store;
const ACCOUNT = { channel: 'whatsapp', account: '900' } as const;
const prepared = new Map<LivePhase, Prepared>();

beforeAll(async () => {
	[from, to] = (await Promise.all(databases.map(async (kind) => await kind.create()))) as [
		TestDatabase,
		TestDatabase,
	];
	before = await openStore(from.options);
	for (const phase of PHASES) prepared.set(phase, await followUpAt(before, phase));
	await before.pauseAccount(ACCOUNT, { reason: 'Unpaid bill' }, DUE);
	await before.noteCost(
		{ ...ACCOUNT, messageId: 'm1', currency: 'USD', estimate: { low: 0.01, high: 0.02 } },
		DUE,
	);
	copied = await copyStore(from.options as SqliteStoreOptions, to.options as PostgresStoreOptions);
	copy = await openStore(to.options);
}, 60_000);

afterAll(async () => {
	await Promise.all([before?.close(), copy?.close()]);
	await Promise.all([from?.remove(), to?.remove()]);
});

test.each(PHASES)(
	'a follow-up that is %s comes along as it is, with its conversation and its log',
	async (phase) => {
		const { id, customer } = prepared.get(phase) as Prepared;
		expect(await copy.get(id)).toEqual(await before.get(id));
		expect(await copy.audit(id)).toEqual(await before.audit(id));
		expect(await copy.conversation(customer.key)).toEqual(await before.conversation(customer.key));
		expect(await copy.transcript(customer.key, 50)).toEqual(await before.transcript(customer.key, 50));
	},
);

test('what was copied lives on: due ones are claimed, lost answers are unknown, new customers get in', async () => {
	const late = after(LEASE_MS + HOUR, DUE);
	await copy.recoverLeases(late);
	const waiting = prepared.get('scheduled') as Prepared;
	expect((await claim(copy, waiting.chatbot, late)).map(({ id }) => id)).toEqual([waiting.id]);
	expect((await copy.get(prepared.get('sending')?.id as string))?.state).toBe('unknown');
	const customer = newCustomer();
	const taken = await copy.ingest([customer.writes('hello', late)], late);
	expect(taken.events).toHaveLength(1);
	expect(await copy.transcript(customer.key, 5)).toHaveLength(1);
});

test('a paused account stays paused, and what was spent stays counted', async () => {
	expect(await copy.accountPauses(DUE)).toEqual(await before.accountPauses(DUE));
	expect(await copy.accountPauses(DUE)).toHaveLength(1);
	const spent = await before.spentSince(ACCOUNT, 'USD', START);
	expect(spent.amount).toBeGreaterThan(0);
	expect(await copy.spentSince(ACCOUNT, 'USD', START)).toEqual(spent);
});

test('no table is forgotten', () => {
	const { file } = from.options as SqliteStoreOptions;
	const database = new DatabaseSync(file, { readOnly: true });
	const tables = database
		.prepare("select name from sqlite_master where type = 'table' and name not like '%migration%'")
		.all()
		.map(({ name }) => String(name))
		.filter((name) => !name.startsWith('sqlite_'));
	database.close();
	expect(Object.keys(copied).sort()).toEqual(tables.sort());
});

test('a second copy is refused instead of doubling everything', async () => {
	const again = copyStore(from.options as SqliteStoreOptions, to.options as PostgresStoreOptions);
	await expect(again).rejects.toThrow('already holds data');
});
