import { sql, type Kysely } from 'kysely';
import type { Dialect } from '../../dialect.ts';

/** What people set by hand: conversions with their value, consent, and who stopped marketing; and indexes for lists. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
	for (const [column, type] of [
		['marketing_opted_out_by', 'text'],
		['opted_in_at', 'bigint'],
		['opted_in_note', 'text'],
	] as const) {
		await db.schema.alterTable('conversations').addColumn(column, type).execute();
	}

	// Amounts are millionths of the currency: whole numbers add up the same in both databases.
	await db.schema
		.createTable('conversions')
		.addColumn('id', dialect.serialType, (column) => dialect.asSerial(column.primaryKey()))
		.addColumn('conversation_id', 'bigint', (column) => column.notNull().references('conversations.id'))
		.addColumn('at', 'bigint', (column) => column.notNull())
		.addColumn('value', 'bigint')
		.addColumn('currency', 'text')
		.addColumn('reference', 'text')
		.addUniqueConstraint('conversions_reference', ['conversation_id', 'reference'])
		.execute();
	await db.schema
		.createIndex('conversions_by_conversation')
		.on('conversions')
		.columns(['conversation_id', 'at'])
		.execute();

	await db.schema
		.createIndex('scheduled_live_by_definition')
		.on('scheduled_follow_ups')
		.columns(['chatbot', 'follow_up'])
		.where(sql<boolean>`state in ('scheduled', 'claimed', 'sending')`)
		.execute();
	await db.schema
		.createIndex('scheduled_live_by_time')
		.on('scheduled_follow_ups')
		.columns(['due_at', 'id'])
		.where(sql<boolean>`state in ('scheduled', 'claimed', 'sending')`)
		.execute();
	await sql`create index scheduled_activity on ${sql.table('scheduled_follow_ups')}
		((coalesce(accepted_at, ended_at, updated_at)), id)
		where state not in ('scheduled', 'claimed', 'sending')`.execute(db);
}
