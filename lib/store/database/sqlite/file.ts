import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { LRUCache } from 'lru-cache';
import { BUSY_TIMEOUT_MS } from './driver.ts';
import { explained, isBusy } from './faults.ts';

type NodeSqlite = typeof import('node:sqlite');
type Database = InstanceType<NodeSqlite['DatabaseSync']>;
type Statement = ReturnType<Database['prepare']>;

/** Distinct statements of this store are far fewer; the bound is there for list queries with many filters. */
const STATEMENT_CACHE_SIZE = 500;
/** Another process that makes the file holds it for an instant. */
const OPEN_TRIES = 100;
const OPEN_PAUSE_MS = 100;
/** What customers write is read by the user that runs n8n, and by nobody else on the machine. */
const [FOLDER_MODE, FILE_MODE] = [0o700, 0o600];

/**
 * Opens a SQLite file through Node's own driver, in the face that Kysely expects (that of better-sqlite3). The file and its
 * folder are made if they are missing.
 * @throws StoreUnavailableError with what is wrong with the file.
 */
export async function openFile(file: string): Promise<SqliteDatabase> {
	for (let left = OPEN_TRIES - 1; ; left--) {
		try {
			return openNow(file);
		} catch (error) {
			if (left === 0 || !isBusy(error)) throw explained(error, file);
			await sleep(OPEN_PAUSE_MS);
		}
	}
}

function openNow(file: string): SqliteDatabase {
	if (file !== ':memory:' && !file.startsWith('file:')) makeFile(file);
	// Loaded here and not at the top: n8n loads every node at start, and Node prints a warning when this module is loaded.
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	const { DatabaseSync } = require('node:sqlite') as NodeSqlite;
	const database = new DatabaseSync(file);
	try {
		database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
		database.exec('pragma journal_mode = wal');
		// FULL, not NORMAL: in WAL mode NORMAL may lose the last commits when the power fails, and a lost commit is a
		// follow-up sent twice.
		database.exec('pragma synchronous = full');
		database.exec('pragma foreign_keys = on');
		// What was deleted is overwritten with zeros; without it a deleted customer's texts stay in the file.
		database.exec('pragma secure_delete = on');
	} catch (error) {
		database.close();
		throw error;
	}
	// SQLite's own knows the capitals of English only; people look for Ángela by writing ángela.
	database.function('lower', { deterministic: true }, (text) =>
		typeof text === 'string' ? text.toLowerCase() : text,
	);
	return adapt(database);
}

/** SQLite gives the files beside it (-wal, -shm) the rights of the file itself. */
function makeFile(file: string): void {
	if (existsSync(file)) return;
	try {
		mkdirSync(dirname(file), { recursive: true, mode: FOLDER_MODE });
		closeSync(openSync(file, 'a', FILE_MODE));
	} catch {
		// SQLite meets the same obstacle in a moment, and its error is the one that is explained to the user.
	}
}

function adapt(database: Database): SqliteDatabase {
	const cache = new LRUCache<string, SqliteStatement>({
		max: STATEMENT_CACHE_SIZE,
		memoMethod: (sql) => {
			const statement = adaptStatement(database.prepare(sql));
			if (sql === 'rollback') statement.run = whileInTransaction(database, statement.run);
			return statement;
		},
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

/**
 * With a full disk or a damaged file SQLite ends the transaction by itself. A rollback would then fail, and its error would
 * stand in place of the one that tells the cause.
 */
function whileInTransaction(database: Database, rollback: SqliteStatement['run']): SqliteStatement['run'] {
	return (parameters) => (database.isTransaction ? rollback(parameters) : { changes: 0, lastInsertRowid: 0 });
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
