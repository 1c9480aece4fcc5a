import type { Kysely } from 'kysely';

/** How often the trigger of a chatbot looks, and how long runs wait in n8n: nothing is planned so late that it is found too late. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('due_triggers')
		.addColumn('chatbot', 'text', (column) => column.primaryKey())
		.addColumn('every_ms', 'integer', (column) => column.notNull())
		.addColumn('wait_ms', 'integer', (column) => column.notNull())
		.addColumn('updated_at', 'bigint', (column) => column.notNull())
		.execute();
}
