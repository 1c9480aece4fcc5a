import { sql, type Kysely } from 'kysely';

/** One lane per account, so that claims can serve the accounts in turn without looking at all that is due. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('scheduled_follow_ups')
		.addColumn('lane', 'text', (column) => column.notNull().defaultTo(''))
		.execute();
	await sql`update ${sql.table('scheduled_follow_ups')} as follow_up set lane = (
		select conversations.channel || ':' || conversations.account from ${sql.table('conversations')} as conversations
		where conversations.id = follow_up.conversation_id)`.execute(db);
	await db.schema.dropIndex('scheduled_by_due_time').execute();
	await db.schema
		.createIndex('scheduled_by_lane')
		.on('scheduled_follow_ups')
		.columns(['chatbot', 'lane', 'due_at'])
		.where(sql<boolean>`state = 'scheduled'`)
		.execute();
	// For retention: what is old is found without reading the whole table.
	await db.schema.createIndex('audit_log_by_age').on('audit_log').column('at').execute();
	await db.schema.createIndex('messages_by_age').on('messages').column('at').execute();
	await db.schema
		.createIndex('scheduled_by_age')
		.on('scheduled_follow_ups')
		.column('updated_at')
		.where(sql<boolean>`state not in ('scheduled', 'claimed', 'sending')`)
		.execute();
}
