import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { CredentialToImport } from '../../harness/n8n/types.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';
import type { StoreKind } from './options.ts';

type Engine = typeof import('../../lib/index.ts');
type Store = Awaited<ReturnType<Engine['openStore']>>;

/** The store of the run, from outside n8n. */
export interface Database {
	engine: Engine;
	/** What n8n needs to reach it; nothing for the embedded store. */
	credential?: CredentialToImport;
	/** Opens the store for some work only, so that n8n finds after a kill what the kill has left, unrepaired. */
	use<T>(work: (store: Store) => Promise<T>): Promise<T>;
	/** Reads what the engine has no word for; only of a Postgres store. */
	query<Row>(text: string, values?: unknown[]): Promise<Row[]>;
	/** Lets every lease run out now; otherwise each kill would cost the minutes that a lease holds. */
	endLeases(): Promise<void>;
	stop(): Promise<void>;
}

const END_LEASES = 'update scheduled_follow_ups set lease_until = 1 where lease_until is not null';

/**
 * The embedded store of a user folder, or a PostgreSQL database; `packageDir` is the package that n8n runs. Without a
 * running server a PostgreSQL of its own is started.
 */
export async function openDatabase(
	kind: StoreKind,
	{ packageDir, userFolder, server }: { packageDir: string; userFolder: string; server?: PostgresServer },
): Promise<Database> {
	const load = createRequire(import.meta.url);
	const engine = load(join(packageDir, 'dist', 'lib', 'index.js')) as Engine;
	return kind === 'sqlite' ? embedded(engine, userFolder) : await postgres(engine, server);
}

function embedded(engine: Engine, userFolder: string): Database {
	const file = engine.embeddedStoreFile({ N8N_USER_FOLDER: userFolder });
	return {
		engine,
		use: async (work) => await during(await engine.openStore({ kind: 'sqlite', file }), work),
		query: async () => {
			throw new Error('Only a Postgres store can be asked from outside');
		},
		async endLeases() {
			const database = new DatabaseSync(file);
			try {
				database.exec('pragma busy_timeout = 5000');
				database.exec(END_LEASES);
			} finally {
				database.close();
			}
		},
		stop: async () => {},
	};
}

async function postgres(engine: Engine, given?: PostgresServer): Promise<Database> {
	const server = given ?? (await startPostgres());
	const connectionString = await server.newDatabase();
	const { hostname, port, pathname, username } = new URL(connectionString);
	const schema = 'meta_followup';
	const query = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> => {
		const client = new pg.Client({ connectionString, options: `-c search_path=${schema}` });
		await client.connect();
		try {
			return (await client.query(text, values)).rows as Row[];
		} finally {
			await client.end();
		}
	};
	return {
		engine,
		credential: {
			id: 'testStore',
			name: 'Store (test)',
			type: 'followUpStorePostgresApi',
			data: {
				...{ host: hostname, port: Number(port), database: pathname.slice(1), user: username },
				...{ password: '', schema, tls: 'off', maxConnections: 5 },
			},
		},
		use: async (work) =>
			await during(await engine.openStore({ kind: 'postgres', connectionString, schema }), work),
		query,
		endLeases: async () => void (await query(END_LEASES)),
		// Whoever has started the server ends it.
		stop: async () => {
			if (!given) await server.stop();
		},
	};
}

async function during<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
	try {
		return await work(store);
	} finally {
		await store.close();
	}
}
