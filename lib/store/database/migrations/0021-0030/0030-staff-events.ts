import type { Kysely } from 'kysely';

/** What the staff is told of conversations, such as that a customer was given up; each thing once, also after a crash. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('staff_events')
		.addColumn('conversation_id', 'bigint', (column) => column.notNull())
		.addColumn('chatbot', 'text', (column) => column.notNull())
		.addColumn('type', 'text', (column) => column.notNull())
		.addColumn('silence', 'text', (column) => column.notNull())
		.addColumn('reason_code', 'text', (column) => column.notNull())
		.addColumn('since', 'bigint', (column) => column.notNull())
		.addColumn('unanswered', 'integer', (column) => column.notNull())
		.addColumn('found_at', 'bigint', (column) => column.notNull())
		.addColumn('handed_until', 'bigint')
		.addColumn('told_at', 'bigint')
		.addPrimaryKeyConstraint('staff_events_key', ['conversation_id', 'chatbot', 'type', 'silence'])
		.execute();
	await db.schema
		.createIndex('staff_events_to_tell')
		.on('staff_events')
		.columns(['chatbot', 'told_at'])
		.execute();
	await db.schema.createIndex('staff_events_by_age').on('staff_events').column('found_at').execute();
}
