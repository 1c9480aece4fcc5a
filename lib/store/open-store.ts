import { Kysely } from 'kysely';
import { DatabaseClock, machineClock, type LocalClock } from './database/clock.ts';
import type { Dialect } from './database/dialect.ts';
import { migrate } from './database/migrate.ts';
import { placeOf, postgresDialect, type PostgresOptions } from './database/postgres/dialect.ts';
import { forManyProcesses } from './many-processes.ts';
import type { Schema } from './database/schema.ts';
import { sqliteDialect } from './database/sqlite/dialect.ts';
import { sqlStore } from './sql-store.ts';
import type { Store } from './store.ts';
import { StoreUnavailableError } from './database/unavailable.ts';

export interface SqliteStoreOptions {
	kind: 'sqlite';
	/** Path of the database file; it and its folder are made if missing. */
	file: string;
	/** The clocks of this machine; tests give wrong ones. */
	clock?: LocalClock;
}

export interface PostgresStoreOptions extends PostgresOptions {
	kind: 'postgres';
	/** The clocks of this machine; tests give wrong ones. The database's clock decides in any case. */
	clock?: LocalClock;
}

export type StoreOptions = SqliteStoreOptions | PostgresStoreOptions;

const ADVICE: Record<StoreOptions['kind'], string> = {
	sqlite: 'Check that n8n may write to its user folder and that the disk is not full',
	postgres: 'Check the credential and what the server says of it in its log; nothing was changed',
};

/**
 * Opens the follow-up store and brings its tables up to date. Any number of processes may do so at the same time.
 * @throws StoreUnavailableError when the server cannot be reached, the file cannot be opened or a migration fails.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
	const { db, dialect } = await openDatabase(options);
	return options.kind === 'postgres'
		? forManyProcesses(sqlStore(db, dialect, new DatabaseClock(db, options.clock)))
		: sqlStore(db, dialect, machineClock(options.clock));
}

/** An open database with up-to-date tables; whoever opens it destroys it. */
export async function openDatabase(options: StoreOptions): Promise<{ db: Kysely<Schema>; dialect: Dialect }> {
	const where = options.kind === 'sqlite' ? options.file : placeOf(options.connectionString);
	const dialect = options.kind === 'sqlite' ? sqliteDialect(options.file) : postgresDialect(options);
	const db = new Kysely<Schema>({ dialect: dialect.kysely });
	try {
		await migrate(db, dialect);
		return { db, dialect };
	} catch (error) {
		await db.destroy();
		if (error instanceof StoreUnavailableError) throw error;
		throw new StoreUnavailableError(
			`The follow-up store at ${where} cannot be used: ${(error as Error).message}`,
			ADVICE[options.kind],
			{ cause: error },
		);
	}
}
