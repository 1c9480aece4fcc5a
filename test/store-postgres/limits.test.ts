import pg from 'pg';
import { openStore, StoreUnavailableError, type Store } from '../../lib/index.ts';
import type { PostgresStoreOptions } from '../../lib/store/open-store.ts';
import { newCustomer } from '../support/customer.ts';
import { databases } from '../support/stores.ts';
import { START } from '../support/time.ts';

const servers = databases.filter(({ name }) => name !== 'SQLite');

describe.each(servers)('what another program holds, on $name', (kind) => {
	let database: { options: PostgresStoreOptions; remove(): Promise<void> };
	beforeAll(async () => {
		database = (await kind.create()) as typeof database;
		await (await openStore(database.options)).close();
	}, 60_000);
	afterAll(async () => await database?.remove());

	const asked = async (sql: string) => {
		const client = new pg.Client({ connectionString: database.options.connectionString });
		await client.connect();
		const { rows } = await client.query(sql);
		return { rows: rows as Record<string, unknown>[], end: async () => await client.end() };
	};

	/** Works while another program holds a table and lets nobody read it, then again when it is free. */
	async function whileHeld(
		limits: PostgresStoreOptions['limits'],
		work: (store: Store) => Promise<unknown>,
	): Promise<StoreUnavailableError> {
		const store = await openStore({ ...database.options, limits });
		const client = new pg.Client({ connectionString: database.options.connectionString });
		await client.connect();
		await client.query('begin');
		await client.query('lock table meta_followup.conversations in access exclusive mode');
		const error = await work(store).then(
			() => undefined,
			(thrown: unknown) => thrown,
		);
		await client.query('rollback');
		await client.end();
		await work(store);
		await store.close();
		expect(error).toBeInstanceOf(StoreUnavailableError);
		return error as StoreUnavailableError;
	}

	const customer = newCustomer();
	const ingest = async (store: Store) => await store.ingest([customer.writes()], START);

	test('a delivery waits for it no longer than the limit, and says who to look for', async () => {
		const { message, advice } = await whileHeld({ lockMs: 200 }, ingest);
		expect(message).toContain('lock timeout');
		expect(advice).toContain('pg_stat_activity');
	});

	test('a statement that takes too long is ended by the server, and says so', async () => {
		const { message, advice } = await whileHeld({ lockMs: 0, statementMs: 200 }, ingest);
		expect(message).toContain('statement timeout');
		expect(advice).toContain('load');
	});

	test('a question outside of a transaction is given up, and the server does not wait on for nobody', async () => {
		const read = async (store: Store) => await store.conversation(customer.key);
		const { message, advice } = await whileHeld({ answerMs: 500 }, async (store) => {
			try {
				return await read(store);
			} catch (error) {
				const waiting = `select count(*)::int as n from pg_stat_activity
					where wait_event_type = 'Lock' and query like '%from "meta_followup"%'`;
				for (;;) {
					const { rows, end } = await asked(waiting);
					await end();
					if (rows[0]?.n === 0) break;
				}
				throw error;
			}
		});
		expect(message).toContain('no answer within');
		expect(advice).toContain('pg_stat_activity');
	});

	test('tables are brought up to date however long that takes', async () => {
		const holder = new pg.Client({ connectionString: database.options.connectionString });
		await holder.connect();
		await holder.query('begin');
		await holder.query(`select pg_advisory_xact_lock(hashtext('n8n-nodes-meta-followup:meta_followup'))`);
		let isOpen = false;
		const limits = { lockMs: 50, statementMs: 50, answerMs: 100 };
		const opening = openStore({ ...database.options, limits }).then((store) => ((isOpen = true), store));
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(isOpen).toBe(false);
		await holder.query('commit');
		await holder.end();
		await (await opening).close();
	});
});
