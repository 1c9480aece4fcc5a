import type { Kysely } from 'kysely';

/** What this store signs with, e.g. the forms of the dashboard. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('secrets')
		.addColumn('name', 'text', (column) => column.primaryKey())
		.addColumn('value', 'text', (column) => column.notNull())
		.execute();
}
