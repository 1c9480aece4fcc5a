import type { Kysely } from 'kysely';

/** What sending remembers: paused accounts, the pace that all processes share, what messages cost. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('account_pauses')
		.addColumn('channel', 'text', (column) => column.notNull())
		.addColumn('account', 'text', (column) => column.notNull())
		.addColumn('paused_at', 'bigint', (column) => column.notNull())
		.addColumn('until', 'bigint')
		.addColumn('code', 'integer')
		.addColumn('reason', 'text', (column) => column.notNull())
		.addColumn('resumed_at', 'bigint')
		.addPrimaryKeyConstraint('account_pauses_pk', ['channel', 'account'])
		.execute();

	await db.schema
		.createTable('send_pace')
		.addColumn('key', 'text', (column) => column.primaryKey())
		.addColumn('free_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('send_pace_by_time').on('send_pace').column('free_at').execute();

	// Amounts are millionths of the currency: whole numbers add up the same in both databases.
	await db.schema
		.createTable('message_costs')
		.addColumn('message_id', 'text', (column) => column.primaryKey())
		.addColumn('channel', 'text', (column) => column.notNull())
		.addColumn('account', 'text', (column) => column.notNull())
		.addColumn('scheduled_id', 'text')
		.addColumn('at', 'bigint', (column) => column.notNull())
		.addColumn('market', 'text')
		.addColumn('currency', 'text', (column) => column.notNull())
		.addColumn('rates_json', 'text')
		.addColumn('estimate_low', 'bigint')
		.addColumn('estimate_high', 'bigint')
		.addColumn('category', 'text')
		.addColumn('pricing_type', 'text')
		.addColumn('actual', 'bigint')
		.execute();
	await db.schema
		.createIndex('message_costs_by_account')
		.on('message_costs')
		.columns(['channel', 'account', 'at'])
		.execute();
	await db.schema
		.createIndex('message_costs_by_follow_up')
		.on('message_costs')
		.column('scheduled_id')
		.execute();
}
