import { sql, type Kysely } from 'kysely';

/**
 * What is known of the run that a follow-up was handed to: it may wait in n8n's queue for hours before it begins, and only a
 * run that began is an attempt. What could not be brought to an end is counted on every page of the dashboard.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('scheduled_follow_ups').addColumn('run_state', 'text').execute();
	await db.schema
		.createIndex('scheduled_dead_letters')
		.on('scheduled_follow_ups')
		.column('updated_at')
		.where(sql<boolean>`reason_code in ('dead_letter', 'not_taken_up')`)
		.execute();
}
