import { sql } from 'kysely';
import type { Db } from '../db.ts';
import type { Dialect } from '../dialect.ts';
import { SessionlessDialect } from './kysely.ts';
import { limitsAsSql, openPool, WITHOUT_LIMITS, type Limits } from './pool.ts';
import { StoreUnavailableError } from '../unavailable.ts';
import { tellChannel, watchChannel } from './notifications.ts';

export interface PostgresOptions {
	/** postgres://user:password@host:port/database */
	connectionString: string;
	/** The schema that holds the tables; it is made if missing. */
	schema?: string;
	/** How many connections this process opens at most. */
	maxConnections?: number;
	/** TLS: false for none, true for a verified server, or the CA to trust. `sslmode` in the connection string wins. */
	ssl?: boolean | { ca?: string; rejectUnauthorized?: boolean };
	/** Tests give shorter ones. */
	limits?: Partial<Limits>;
}

/** The tables have everyday names (messages, conversations); apart from other programs' tables they collide with none. */
const SCHEMA = 'meta_followup';
/** A process works on few conversations at once; PostgreSQL allows 100 connections in all unless told otherwise. */
const MAX_CONNECTIONS = 5;
const LIMITS: Limits = { statementMs: 30_000, lockMs: 15_000, idleMs: 60_000, answerMs: 35_000 };

/** Talks to PostgreSQL, directly or through a pooler, through a small pool that heals by itself when the server comes back. */
export function postgresDialect(options: PostgresOptions): Dialect {
	const { connectionString, schema = SCHEMA, maxConnections = MAX_CONNECTIONS, ssl } = options;
	const limits = { ...LIMITS, ...options.limits };
	const config = { connectionString, max: maxConnections, ...(ssl === undefined ? {} : { ssl }) };
	return {
		kysely: new SessionlessDialect({
			pool: async () => openPool(config, placeOf(connectionString), limits),
			schema: schema || SCHEMA,
			limits: limitsAsSql(limits),
		}),
		schema: schema || SCHEMA,
		serialType: 'bigint',
		asSerial: (column) => column.generatedByDefaultAsIdentity(),
		locksRows: true,
		knowsLateral: true,
		updatesFromValues: true,
		insertChunk: 500,
		withAsyncCommit: async (db, work) => await work(db),
		tellStarts: async (tx) => await tellChannel(tx, startsOf(schema || SCHEMA)),
		watchStarts: async (wake) => await watchChannel(config, startsOf(schema || SCHEMA), wake),
		jsonNumber: (column, key) => sql`(${column}::json ->> ${key})::numeric`,
		withMigrationLock: async (db, work) => await withMigrationLock(db, schema || SCHEMA, work),
		truncateJournal: async () => {},
	};
}

/** The channel on which it is told that events wait for their workflow. */
const startsOf = (schema: string): string => `${schema}_starts`;

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

/** Several processes start together: the first brings the tables up to date, the others wait for it. */
async function withMigrationLock<T>(db: Db, schema: string, work: (db: Db) => Promise<T>): Promise<T> {
	return await db.transaction().execute(async (tx) => {
		await sql.raw(WITHOUT_LIMITS).execute(tx);
		await sql`select pg_advisory_xact_lock(hashtext(${`n8n-nodes-meta-followup:${schema}`}))`.execute(tx);
		return await work(tx);
	});
}
