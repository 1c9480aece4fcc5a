import {
	CompiledQuery,
	PostgresDialect,
	sql,
	type PostgresPool,
	type PostgresPoolClient,
	type DatabaseConnection,
} from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Db } from './db.ts';
import type { Dialect } from './dialect.ts';
import { StoreUnavailableError, unavailable } from './unavailable.ts';

type Pg = typeof import('pg');

export interface PostgresOptions {
	/** postgres://user:password@host:port/database */
	connectionString: string;
	/** The schema that holds the tables; it is made if missing. */
	schema?: string;
	/** How many connections this process opens at most. */
	maxConnections?: number;
	/** TLS: false for none, true for a verified server, or the CA to trust. `sslmode` in the connection string wins. */
	ssl?: boolean | { ca?: string; rejectUnauthorized?: boolean };
}

/** The tables have everyday names (messages, conversations); apart from other programs' tables they collide with none. */
const SCHEMA = 'meta_followup';
/** A process works on few conversations at once; PostgreSQL allows 100 connections in all unless told otherwise. */
const MAX_CONNECTIONS = 5;
const CONNECT_TIMEOUT_MS = 10_000;
/** No statement of this store takes seconds; one that hangs must not hold its locks for ever. */
const STATEMENT_TIMEOUT = '30s';
/** A process that was frozen inside a transaction loses it, so that others need not wait for its locks. */
const IDLE_IN_TRANSACTION_TIMEOUT = '60s';
const INT8_OID = 20;

/** Talks to PostgreSQL through a small pool that heals by itself when the server comes back. */
export function postgresDialect(options: PostgresOptions): Dialect {
	const schema = options.schema || SCHEMA;
	return {
		kysely: new PostgresDialect({
			pool: async () => openPool(options),
			onCreateConnection: async (connection) => await settle(connection, schema),
		}),
		schema,
		serialType: 'bigint',
		asSerial: (column) => column.generatedByDefaultAsIdentity(),
		locksRows: true,
		knowsLateral: true,
		insertChunk: 500,
		withAsyncCommit: async (db, work) => await work(db),
		jsonNumber: (column, key) => sql`(${column}::json ->> ${key})::numeric`,
		withMigrationLock: async (db, work) => await alone(db, schema, work),
		truncateJournal: async () => {},
	};
}

/** Where the store is, without user and password, for messages. */
export function placeOf(connectionString: string): string {
	if (!URL.canParse(connectionString)) {
		throw new StoreUnavailableError(
			'The connection string of the follow-up store is no address of a Postgres server',
			'Write it in the form postgres://user:password@host:port/database',
		);
	}
	const { hostname, port, pathname } = new URL(connectionString);
	return `postgres://${hostname || 'localhost'}:${port || 5432}${pathname}`;
}

function openPool({
	connectionString,
	maxConnections = MAX_CONNECTIONS,
	ssl,
}: PostgresOptions): PostgresPool {
	// Loaded here and not at the top: n8n loads every node at start, and most users keep the embedded store.
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	const pg = require('pg') as Pg;
	const pool = new pg.Pool({
		connectionString,
		max: maxConnections,
		...(ssl === undefined ? {} : { ssl }),
		connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
		keepAlive: true,
		// An idle store must not keep a process from ending.
		allowExitOnIdle: true,
		application_name: 'n8n-nodes-meta-followup',
		types: { getTypeParser: typeParser(pg) },
	});
	// Without a listener a connection that breaks while nobody uses it would end n8n. The next query gets a new one.
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	return adapt(pool, placeOf(connectionString));
}

/** Our 64-bit columns hold milliseconds and row numbers, far below 2^53: numbers, as SQLite gives them. */
function typeParser(pg: Pg): Pg['types']['getTypeParser'] {
	const parser = (oid: number, format?: 'text' | 'binary') =>
		oid === INT8_OID && format !== 'binary'
			? Number
			: (pg.types.getTypeParser(oid, format as 'text') as unknown);
	return parser as Pg['types']['getTypeParser'];
}

function adapt(pool: Pool, where: string): PostgresPool {
	// The driver knows a connection by its client, so one client must always come back as the same object.
	const known = new WeakMap<PoolClient, PostgresPoolClient>();
	return {
		options: pool.options,
		end: async () => await pool.end(),
		async connect() {
			const client = await pool.connect().catch((error: unknown) => {
				throw unavailable(error, where) ?? error;
			});
			const adapted = known.get(client) ?? adaptClient(client, where);
			known.set(client, adapted);
			return adapted;
		},
	};
}

function adaptClient(client: PoolClient, where: string): PostgresPoolClient {
	const query = async (text: string, parameters: readonly unknown[]) => {
		try {
			return await client.query(text, parameters.map(storable));
		} catch (error) {
			throw unavailable(error, where) ?? error;
		}
	};
	return { query, release: (destroy?: boolean) => client.release(destroy) } as unknown as PostgresPoolClient;
}

/** PostgreSQL stores no NUL in a text; a message with one would be refused, and Meta would deliver it for days. */
function storable(value: unknown): unknown {
	return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
}

async function settle(connection: DatabaseConnection, schema: string): Promise<void> {
	await connection.executeQuery(
		CompiledQuery.raw(
			`select set_config('search_path', $1, false), set_config('statement_timeout', $2, false),
				set_config('idle_in_transaction_session_timeout', $3, false)`,
			[`"${schema.replaceAll('"', '""')}"`, STATEMENT_TIMEOUT, IDLE_IN_TRANSACTION_TIMEOUT],
		),
	);
}

/** Several processes start together: the first brings the tables up to date, the others wait for it. */
async function alone<T>(db: Db, schema: string, work: (db: Db) => Promise<T>): Promise<T> {
	const key = sql`hashtext(${`n8n-nodes-meta-followup:${schema}`})`;
	return await db.connection().execute(async (connection) => {
		// A migration of a large table, and waiting for one, may take longer than any other statement.
		await sql`select set_config('statement_timeout', '0', false)`.execute(connection);
		await sql`select pg_advisory_lock(${key})`.execute(connection);
		try {
			return await work(connection);
		} finally {
			await sql`select pg_advisory_unlock(${key})`.execute(connection);
			await sql`select set_config('statement_timeout', ${STATEMENT_TIMEOUT}, false)`.execute(connection);
		}
	});
}
