import { sql } from 'kysely';
import { openStore } from '../../lib/index.ts';
import { openDatabase } from '../../lib/store/open-store.ts';
import { atOnce } from '../support/connections.ts';
import { newCustomer } from '../support/customer.ts';
import { databases, type TestDatabase } from '../support/stores.ts';
import { START } from '../support/time.ts';

describe.each(databases)('processes that start together on an empty $name database', (kind) => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await kind.create();
	}, 60_000);
	afterAll(async () => await database?.remove());

	test('bring the tables up to date once, and all of them can work', async () => {
		const deliveries = [0, 1, 2, 3, 4, 5].map(() => newCustomer().writes());
		const answers = await atOnce(
			database.options,
			'ingest',
			deliveries.map((event) => [[[event], START]]),
		);
		expect(answers.map(([ingested]) => ingested?.events.length)).toEqual([1, 1, 1, 1, 1, 1]);

		const { db, dialect } = await openDatabase(database.options);
		const table = sql.table(`${dialect.schema ? `${dialect.schema}.` : ''}meta_followup_migrations`);
		const { rows } = await sql<{ name: string }>`select name from ${table} order by name`.execute(db);
		await db.destroy();
		expect(rows.length).toBeGreaterThan(1);
		expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
	});

	test('a store that is up to date opens again as it is', async () => {
		const customer = newCustomer();
		const first = await openStore(database.options);
		await first.ingest([customer.writes()], START);
		await first.close();
		const second = await openStore(database.options);
		expect((await second.conversation(customer.key))?.lastInboundAt).toBe(START.toISOString());
		await second.close();
	});
});
