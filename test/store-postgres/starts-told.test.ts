import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openStore, type Store } from '../../lib/index.ts';
import { waitUntil } from '../../harness/shared/wait-until.ts';
import { newCustomer } from '../support/customer.ts';
import { startPgBouncer, type Pooler } from '../support/pgbouncer.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';
import { newListener } from '../support/starts.ts';
import { START } from '../support/time.ts';

const QUIET_MS = 300;

describe('who waits for events that start workflows', () => {
	let server: PostgresServer;
	let pooler: Pooler;
	let direct: string;
	let intake: Store;
	beforeAll(async () => {
		server = await startPostgres();
		pooler = await startPgBouncer(server);
		direct = await server.newDatabase();
		intake = await openStore({ kind: 'postgres', connectionString: direct });
		await newListener(intake, START);
	}, 60_000);
	afterAll(async () => {
		await intake?.close();
		await pooler?.stop();
		await server?.stop();
	});

	const customerWrites = async () =>
		await intake.ingest([newCustomer().writes()], START, { planBy: {}, keepStarts: true });

	async function watching(connectionString: string, work: (told: () => number) => Promise<void>) {
		const store = await openStore({ kind: 'postgres', connectionString });
		let count = 0;
		const stop = await store.watchStarts(() => count++);
		try {
			await work(() => count);
		} finally {
			await stop();
			await store.close();
		}
	}

	const until = async (what: string, probe: () => boolean) =>
		await waitUntil({ what, seconds: 20, everyMs: 10, probe: () => probe() || undefined });

	test('is told by another process, as soon as one is stored', async () => {
		await watching(direct, async (told) => {
			const before = told();
			await customerWrites();
			await until('the news', () => told() > before);
		});
	});

	test('is told again after the server was restarted', async () => {
		await watching(direct, async (told) => {
			await server.crash();
			await server.start();
			const restarted = told();
			await until('listening again', () => told() > restarted);
			const before = told();
			await customerWrites();
			await until('the news', () => told() > before);
		});
	}, 60_000);

	test('hears nothing behind a pooler, and leaves no connection of it listening', async () => {
		await watching(pooler.through(direct), async (told) => {
			await customerWrites();
			await sleep(QUIET_MS);
			expect(told()).toBe(0);
			const client = new pg.Client({ connectionString: direct });
			await client.connect();
			const { rows } = await client.query(
				`select query from pg_stat_activity where datname = current_database() and query ilike 'listen%'`,
			);
			expect(rows).toEqual([]);
			await client.end();
		});
	});
});
