import type { Kysely } from 'kysely';

/** A phone number gets a new owner after it has rested; what was said before is nobody else's to read. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('conversations').addColumn('owner_since', 'bigint').execute();
}
