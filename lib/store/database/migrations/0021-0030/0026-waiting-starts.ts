import type { Kysely } from 'kysely';
import type { Dialect } from '../../dialect.ts';

/**
 * Events that shall start a workflow wait here until its trigger takes them: what receives Meta's webhooks may be another
 * process than n8n, and n8n may be stopped. The triggers say which events they want, and until when.
 */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
	await db.schema
		.createTable('start_listeners')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('wants_json', 'text', (column) => column.notNull())
		.addColumn('until', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema
		.createTable('waiting_starts')
		.addColumn('id', dialect.serialType, (column) => dialect.asSerial(column.primaryKey()))
		.addColumn('key', 'text', (column) => column.notNull())
		.addColumn('listener', 'text', (column) => column.notNull())
		.addColumn('event', 'text', (column) => column.notNull())
		.addColumn('conversation_id', 'bigint')
		.addColumn('event_json', 'text', (column) => column.notNull())
		.addColumn('received_at', 'bigint', (column) => column.notNull())
		.addColumn('lease_token', 'text')
		.addColumn('lease_until', 'bigint')
		.execute();
	await db.schema
		.createIndex('waiting_starts_of_listener')
		.on('waiting_starts')
		.columns(['listener', 'id'])
		.execute();
	await db.schema
		.createIndex('waiting_starts_of_event')
		.on('waiting_starts')
		.columns(['listener', 'event'])
		.execute();
	// Whether an earlier one of the same conversation waits is asked of each that is handed out.
	await db.schema
		.createIndex('waiting_starts_of_conversation')
		.on('waiting_starts')
		.columns(['conversation_id', 'listener', 'id'])
		.execute();
	await db.schema.createIndex('waiting_starts_by_age').on('waiting_starts').column('received_at').execute();
}
