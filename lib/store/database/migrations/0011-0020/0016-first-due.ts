import { sql, type Kysely } from 'kysely';

/**
 * When a follow-up first came due, if it was put off since because something failed: how long it may still make sense is
 * counted from then, or a setting that nobody mends would be tried for ever.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('scheduled_follow_ups').addColumn('first_due_at', 'bigint').execute();
	await db.schema
		.createIndex('scheduled_put_off')
		.on('scheduled_follow_ups')
		.columns(['chatbot', 'first_due_at'])
		.where(sql<boolean>`first_due_at is not null`)
		.execute();
}
