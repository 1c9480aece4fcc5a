import { sql } from 'kysely';
import type { Db } from '../db.ts';
import type { Dialect } from '../dialect.ts';
import { OneWriterDialect } from './compiler.ts';
import { openFile } from './file.ts';

/** Opens a SQLite file through Node's own driver. The folder is made if it is missing. */
export function sqliteDialect(file: string): Dialect {
	const waiting = new Set<() => void>();
	return {
		kysely: new OneWriterDialect({ database: async () => await openFile(file) }, file),
		serialType: 'integer',
		asSerial: (column) => column.autoIncrement(),
		locksRows: false,
		knowsLateral: false,
		updatesFromValues: false,
		insertChunk: 500,
		withAsyncCommit: withAsyncCommit,
		// There is one connection: whoever is woken now asks after this transaction.
		tellStarts: async () => waiting.forEach((wake) => wake()),
		async watchStarts(wake) {
			waiting.add(wake);
			return async () => void waiting.delete(wake);
		},
		jsonNumber: (column, key) => sql`json_extract(${column}, ${`$.${key}`})`,
		withMigrationLock: withMigrationLock,
		truncateJournal: async (db) => void (await sql`pragma wal_checkpoint(truncate)`.execute(db)),
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
