import { Kysely } from 'kysely';
import { migrate } from './migrate';
import type { Schema } from './schema';
import { sqliteDialect } from './sqlite';
import { sqlStore } from './sql-store';
import type { Store } from './store';

export interface StoreOptions {
	kind: 'sqlite';
	/** Path of the database file; it and its folder are made if missing. */
	file: string;
}

/**
 * Opens the follow-up store and brings its tables up to date.
 * @throws Error when the file cannot be opened or a migration fails.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
	const dialect = sqliteDialect(options.file);
	const db = new Kysely<Schema>({ dialect: dialect.kysely });
	try {
		await migrate(db, dialect);
	} catch (error) {
		await db.destroy();
		throw new Error(`The follow-up store at ${options.file} cannot be used: ${(error as Error).message}`, {
			cause: error,
		});
	}
	return sqlStore(db, dialect);
}
