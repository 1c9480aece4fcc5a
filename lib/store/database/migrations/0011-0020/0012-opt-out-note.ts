import type { Kysely } from 'kysely';

/** An opt-out that a model understood keeps what it said, so that a person can see why and undo it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('conversations').addColumn('opted_out_note', 'text').execute();
}
