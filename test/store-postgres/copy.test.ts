import {
	copyStore,
	openStore,
	type PostgresStoreOptions,
	type SqliteStoreOptions,
	type Store,
} from '../../lib';
import { newCustomer } from '../support/customer';
import { claim, DUE, followUpAt, LEASE_MS, type Prepared, type Stage } from '../support/scheduled';
import { databases, type TestDatabase } from '../support/stores';
import { openDatabase } from '../../lib/store/open-store';
import { after, HOUR, START } from '../support/time';

const STAGES: Stage[] = ['scheduled', 'claimed', 'decided', 'sending'];

let from: TestDatabase;
let to: TestDatabase;
let copy: Store;
let copied: Record<string, number>;
let before: Store;
const prepared = new Map<Stage, Prepared>();

beforeAll(async () => {
	[from, to] = (await Promise.all(databases.map(async (kind) => await kind.create()))) as [
		TestDatabase,
		TestDatabase,
	];
	before = await openStore(from.options);
	for (const stage of STAGES) prepared.set(stage, await followUpAt(before, stage));
	await before.pauseAccount({ channel: 'whatsapp', account: '9' }, { reason: 'A test' }, START);
	copied = await copyStore(from.options as SqliteStoreOptions, to.options as PostgresStoreOptions);
	copy = await openStore(to.options);
}, 60_000);

afterAll(async () => {
	await Promise.all([before.close(), copy.close()]);
	await Promise.all([from.remove(), to.remove()]);
});

test.each(STAGES)(
	'a follow-up that is %s comes along as it is, with its conversation and its log',
	async (stage) => {
		const { id, customer } = prepared.get(stage) as Prepared;
		expect(await copy.get(id)).toEqual(await before.get(id));
		expect(await copy.audit(id)).toEqual(await before.audit(id));
		expect(await copy.conversation(customer.key)).toEqual(await before.conversation(customer.key));
		expect(await copy.transcript(customer.key, 50)).toEqual(await before.transcript(customer.key, 50));
	},
);

test('every table comes along', async () => {
	const source = await openDatabase(from.options);
	const tables = (await source.db.introspection.getTables())
		.map(({ name }) => name)
		.filter((name) => !name.startsWith('meta_followup_migration'));
	await source.db.destroy();
	expect(Object.keys(copied).sort()).toEqual(tables.sort());
	const pauses = await copy.accountPauses(after(HOUR));
	expect(pauses).toEqual(await before.accountPauses(after(HOUR)));
	expect(pauses).toHaveLength(1);
});

test('what was copied lives on: due ones are claimed, lost answers are unknown, new customers get in', async () => {
	const late = after(LEASE_MS + HOUR, DUE);
	await copy.recoverLeases(late);
	const waiting = prepared.get('scheduled') as Prepared;
	expect((await claim(copy, waiting.chatbot, late)).map(({ id }) => id)).toEqual([waiting.id]);
	expect((await copy.get(prepared.get('sending')?.id as string))?.state).toBe('unknown');
	const customer = newCustomer();
	const taken = await copy.ingest([customer.says('hello', late)], late);
	expect(taken.events).toHaveLength(1);
	expect(await copy.transcript(customer.key, 5)).toHaveLength(1);
});

test('a second copy is refused instead of doubling everything', async () => {
	const again = copyStore(from.options as SqliteStoreOptions, to.options as PostgresStoreOptions);
	await expect(again).rejects.toThrow('already holds conversations');
});
