import type { Kysely } from 'kysely';

/**
 * Which node a chatbot was read from, and the version of its parameters: while both are the same, ingest may plan by it.
 * And what a model said of a follow-up along with an earlier one of the same silence.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('chatbot_sources')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('version', 'text', (column) => column.notNull())
		.addColumn('chatbot', 'text', (column) => column.notNull())
		.addColumn('templates_json', 'text')
		.addColumn('updated_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema.alterTable('scheduled_follow_ups').addColumn('foreseen_json', 'text').execute();
}
