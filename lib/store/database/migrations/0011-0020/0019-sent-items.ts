import type { Kysely } from 'kysely';

/**
 * What an execution has sent, item by item, noted before the request: n8n repeats a whole node (Retry On Fail) or execution,
 * and whoever has got a message must not get it again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('sent_items')
		.addColumn('key', 'text', (column) => column.primaryKey())
		.addColumn('conversation_id', 'integer', (column) => column.notNull())
		.addColumn('callback_data', 'text', (column) => column.notNull())
		.addColumn('begun_at', 'bigint', (column) => column.notNull())
		.addColumn('message_id', 'text')
		.addColumn('accepted_at', 'bigint')
		.addColumn('result_json', 'text')
		.execute();
	await db.schema.createIndex('sent_items_conversation').on('sent_items').column('conversation_id').execute();
	await db.schema.createIndex('sent_items_begun').on('sent_items').column('begun_at').execute();
}
