import pg from 'pg';
import { openStore, StoreUnavailableError, type Store } from '../../lib/index.ts';
import { newCustomer } from '../support/customer.ts';
import { startPgBouncer, type Pooler } from '../support/pgbouncer.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';
import { START } from '../support/time.ts';

let server: PostgresServer;
beforeAll(async () => {
	server = await startPostgres();
}, 60_000);
afterAll(async () => await server?.stop());

/** With one connection to the server, whatever is left in its session is met by all who use the pooler. */
async function behind(
	settings: Record<string, string | number>,
	work: (pooler: Pooler, connectionString: string) => Promise<void>,
): Promise<void> {
	const pooler = await startPgBouncer(server, settings);
	try {
		await work(pooler, pooler.through(await server.newDatabase()));
	} finally {
		await pooler.stop();
	}
}

async function using(
	connectionStrings: string[],
	work: (clients: pg.Client[]) => Promise<void>,
): Promise<void> {
	const clients = connectionStrings.map((connectionString) => new pg.Client({ connectionString }));
	for (const client of clients) {
		client.on('error', () => {});
		await client.connect();
	}
	try {
		await work(clients);
	} finally {
		for (const client of clients) await client.end();
	}
}

const works = async (store: Store) => {
	const customer = newCustomer();
	await store.ingest([customer.writes()], START);
	return (await store.transcript(customer.key, 5)).length;
};

test('two stores in two schemas share one connection to the server, and each finds its own tables', async () => {
	await behind({ default_pool_size: 1 }, async (_pooler, connectionString) => {
		const open = async (schema: string) => await openStore({ kind: 'postgres', connectionString, schema });
		const stores = await Promise.all([open('one'), open('Two "quoted"')]);
		const customer = newCustomer();
		await stores[0].ingest([customer.writes()], START);
		expect(await stores[1].conversation(customer.key)).toBeUndefined();
		expect(await Promise.all([...stores, ...stores, ...stores].map(works))).toEqual([1, 1, 1, 1, 1, 1]);
		for (const store of stores) await store.close();
	});
});

test('nothing is left in the sessions that others use too', async () => {
	await behind({ default_pool_size: 1 }, async (_pooler, connectionString) => {
		const settings = `select current_setting('search_path') as path, current_setting('statement_timeout') as statement,
			current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle,
			(select count(*)::int from pg_locks where locktype = 'advisory') as locks,
			(select count(*)::int from pg_prepared_statements) as prepared,
			(select count(*)::int from pg_listening_channels()) as channels`;
		await using([connectionString], async ([client]) => {
			const before = (await client?.query(settings))?.rows as unknown;
			const store = await openStore({ kind: 'postgres', connectionString });
			expect(await works(store)).toBe(1);
			await store.close();
			expect((await client?.query(settings))?.rows).toEqual(before);
		});
	});
});

test('a server that was away behind the pooler is used again when it is back', async () => {
	await behind({ server_login_retry: 1 }, async (_pooler, connectionString) => {
		const store = await openStore({ kind: 'postgres', connectionString, limits: { answerMs: 2_000 } });
		await server.crash();
		const failed = await works(store).catch((error: unknown) => error);
		expect(failed).toBeInstanceOf(StoreUnavailableError);
		await server.start();
		const until = performance.now() + 20_000;
		const again = async (): Promise<number> =>
			await works(store).catch(async (error: unknown) => {
				if (performance.now() > until) throw error;
				return await again();
			});
		expect(await again()).toBe(1);
		await store.close();
	});
});

const refusal = async (connectionString: string, limits = {}) =>
	(await openStore({ kind: 'postgres', connectionString, limits }).then(
		() => undefined,
		(error: unknown) => error,
	)) as StoreUnavailableError;

test('a user or a database that the pooler does not know is told with what to do', async () => {
	await behind({}, async (_pooler, connectionString) => {
		const stranger = new URL(connectionString);
		stranger.username = 'stranger';
		expect((await refusal(stranger.toString())).advice).toMatch(/correct (it|the user)/i);
		const nowhere = new URL(connectionString);
		nowhere.pathname = '/nowhere';
		expect((await refusal(nowhere.toString())).advice).toContain('Correct the name of the database');
	});
});

test('a pooler that takes no more clients, or has no connection left, says which limit to raise', async () => {
	await behind({ max_client_conn: 1 }, async (_pooler, connectionString) => {
		await using([connectionString], async () => {
			expect((await refusal(connectionString)).advice).toContain('max_client_conn');
		});
	});
	await behind({ default_pool_size: 1, query_wait_timeout: 1 }, async (_pooler, connectionString) => {
		await using([connectionString], async ([client]) => {
			await client?.query('begin');
			expect((await refusal(connectionString)).advice).toContain('default_pool_size');
		});
	});
});
