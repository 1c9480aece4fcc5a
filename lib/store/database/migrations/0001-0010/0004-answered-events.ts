import type { Kysely } from 'kysely';

/**
 * When Meta was told that an event was taken. Until then a repeated delivery means that the run it should have started may
 * never have begun.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('seen_events').addColumn('answered_at', 'bigint').execute();
}
