import type { Kysely } from 'kysely';
import { Migrator, type MigrationProvider } from 'kysely/migration';
import type { Dialect } from './dialect';
import type { Schema } from './schema';
import * as firstTables from './migrations/0001-first-tables';

/** All migrations in order; a new one is a new file and a new line here. */
const MIGRATIONS = { '0001-first-tables': firstTables };

/**
 * Brings the database to the present schema. Each migration runs once, under the migrator's lock.
 * @throws Error when a migration fails; the database is then as it was before.
 */
export async function migrate(db: Kysely<Schema>, dialect: Dialect): Promise<void> {
	const provider: MigrationProvider = {
		getMigrations: async () =>
			Object.fromEntries(
				Object.entries(MIGRATIONS).map(([name, { up }]) => [
					name,
					{ up: async (inside) => await up(inside, dialect) },
				]),
			),
	};
	const migrator = new Migrator({
		db,
		provider,
		migrationTableName: 'meta_followup_migrations',
		migrationLockTableName: 'meta_followup_migration_lock',
	});
	const { error, results } = await migrator.migrateToLatest();
	if (!error) return;
	const failed = results?.find(({ status }) => status === 'Error')?.migrationName ?? 'none was started';
	throw new Error(
		`The follow-up store could not be brought up to date (migration ${failed}): ${String(error)}`,
		{
			cause: error,
		},
	);
}
