import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql, type SqliteDatabase, type SqliteStatement } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Db } from './db.ts';
import type { Dialect } from './dialect.ts';
import { OneWriterDialect } from './sqlite-compiler.ts';

type NodeSqlite = typeof import('node:sqlite');
type Database = InstanceType<NodeSqlite['DatabaseSync']>;
type Statement = ReturnType<Database['prepare']>;

/** How long a writer waits for another process's transaction, in ms. */
const BUSY_TIMEOUT_MS = 5_000;
/** Distinct statements of this store are far fewer; the bound is there for list queries with many filters. */
const STATEMENT_CACHE_SIZE = 500;

/** Opens a SQLite file through Node's own driver. The folder is made if it is missing. */
export function sqliteDialect(file: string): Dialect {
	return {
		kysely: new OneWriterDialect({ database: async () => open(file) }),
		serialType: 'integer',
		asSerial: (column) => column.autoIncrement(),
		locksRows: false,
		knowsLateral: false,
		insertChunk: 500,
		withAsyncCommit: withAsyncCommit,
		jsonNumber: (column, key) => sql`json_extract(${column}, ${`$.${key}`})`,
		withMigrationLock: withMigrationLock,
	};
}

/**
 * A commit waits for the disk, some 5 ms here, and statuses come three for every message sent. What is written so is
 * on the disk with the next commit that waits.
 */
async function withAsyncCommit<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
	return await db.connection().execute(async (connection) => {
		await sql`pragma synchronous = normal`.execute(connection);
		try {
			return await work(connection);
		} finally {
			await sql`pragma synchronous = full`.execute(connection);
		}
	});
}

/** Kysely's migrator takes no lock in SQLite, and n8n may run in several processes: a writing transaction is the lock. */
async function withMigrationLock<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
	return await db.connection().execute(async (connection) => {
		await sql`begin immediate`.execute(connection);
		try {
			const result = await work(connection);
			await sql`commit`.execute(connection);
			return result;
		} catch (error) {
			await sql`rollback`.execute(connection);
			throw error;
		}
	});
}

function open(file: string): SqliteDatabase {
	if (file !== ':memory:' && !file.startsWith('file:')) mkdirSync(dirname(file), { recursive: true });
	// Loaded here and not at the top: n8n loads every node at start, and Node prints a warning when this module is loaded.
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	const { DatabaseSync } = require('node:sqlite') as NodeSqlite;
	const database = new DatabaseSync(file);
	database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
	database.exec('pragma journal_mode = wal');
	// FULL, not NORMAL: in WAL mode NORMAL may lose the last commits when the power fails, and a lost commit is a
	// follow-up sent twice.
	database.exec('pragma synchronous = full');
	database.exec('pragma foreign_keys = on');
	// SQLite's own knows the capitals of English only; people look for Ángela by writing ángela.
	database.function('lower', { deterministic: true }, (text) =>
		typeof text === 'string' ? text.toLowerCase() : text,
	);
	return adapt(database);
}

/** Gives node:sqlite the face Kysely expects (that of better-sqlite3). */
function adapt(database: Database): SqliteDatabase {
	const cache = new LRUCache<string, SqliteStatement>({
		max: STATEMENT_CACHE_SIZE,
		memoMethod: (sql) => adaptStatement(database.prepare(sql)),
	});
	return {
		close: () => database.close(),
		prepare(sql) {
			// A deferred transaction that turns from reading to writing fails at once when another process wrote in between;
			// an immediate one waits for its turn.
			return cache.memo(sql === 'begin' ? 'begin immediate' : sql);
		},
	};
}

function adaptStatement(statement: Statement): SqliteStatement {
	type Values = Parameters<Statement['all']>;
	return {
		reader: statement.columns().length > 0,
		all: (parameters) => statement.all(...(parameters as Values)),
		run: (parameters) => statement.run(...(parameters as Values)),
		iterate: (parameters) => statement.iterate(...(parameters as Values)),
	};
}
