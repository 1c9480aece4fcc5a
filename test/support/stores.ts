import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStore, type StoreOptions } from '../../lib/store/open-store.ts';
import { leftOut, type DebianPackage } from './debian-tools.ts';
import { startPgBouncer } from './pgbouncer.ts';
import { startPostgres } from './postgres.ts';
import type { Store } from '../../lib/store/store.ts';

export interface TestDatabase {
	/** What openStore takes; several connections may be opened to the same database. */
	options: StoreOptions;
	remove(): Promise<void>;
	/** How often the server had to end one of two that waited for each other. */
	deadlocks?(): Promise<number>;
}

interface Kind {
	name: string;
	create(): Promise<TestDatabase>;
}

const sqlite: Kind = {
	name: 'SQLite',
	async create() {
		const folder = mkdtempSync(join(tmpdir(), 'meta-followup-store-'));
		return {
			options: { kind: 'sqlite', file: join(folder, 'store.sqlite') },
			remove: async () => rmSync(folder, { recursive: true, force: true }),
		};
	},
};

const postgres: Kind = {
	name: 'Postgres',
	async create() {
		const server = await startPostgres();
		const connectionString = await server.newDatabase();
		return {
			options: { kind: 'postgres', connectionString },
			remove: async () => await server.stop(),
			deadlocks: async () => await deadlocksOf(connectionString),
		};
	},
};

async function deadlocksOf(connectionString: string): Promise<number> {
	const client = new pg.Client({ connectionString });
	await client.connect();
	// A process tells the server of what it counted when it ends, or some time after its last transaction.
	const { rows } = await client.query<{ deadlocks: string }>(
		'select deadlocks from pg_stat_database where datname = current_database()',
	);
	await client.end();
	return Number(rows[0]?.deadlocks);
}

/** As it is offered by hosts of Postgres: each transaction may get another connection to the server. */
const pooled: Kind = {
	name: 'Postgres behind PgBouncer',
	async create() {
		const server = await startPostgres();
		const pooler = await startPgBouncer(server);
		return {
			options: { kind: 'postgres', connectionString: pooler.through(await server.newDatabase()) },
			async remove() {
				await pooler.stop();
				await server.stop();
			},
		};
	},
};

/** A server has to be set up first, on a machine that may be busy with other tests. */
const SETUP_LIMIT_MS = 60_000;

/** What a kind needs from Debian. */
const NEEDS: [Kind, DebianPackage[]][] = [
	[postgres, ['postgresql']],
	[pooled, ['postgresql', 'pgbouncer']],
];
const servers = process.env.TEST_FAST === '1' ? [] : NEEDS;

/** Every database the store runs on: `describe.each(databases)` runs a suite on each of them. */
export const databases: Kind[] = [
	sqlite,
	...servers.flatMap(([kind, needs]) => (needs.some((name) => leftOut.includes(name)) ? [] : [kind])),
];

/** A fresh database with an open store, shared by the tests of one file; they keep apart by their customers and chatbots. */
export function useStore({ create }: Kind): { store: Store; database: TestDatabase } {
	const shared = {} as { store: Store; database: TestDatabase };
	beforeAll(async () => {
		shared.database = await create();
		shared.store = await openStore(shared.database.options);
	}, SETUP_LIMIT_MS);
	afterAll(async () => {
		await shared.store?.close();
		await shared.database?.remove();
	});
	return shared;
}
