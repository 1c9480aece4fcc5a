import type { Kysely } from 'kysely';

/** Deliveries tell whether the clock that decides is Meta's; of each account whose deliveries do not fit it, how far it is off. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('account_clocks')
		.addColumn('channel', 'text', (column) => column.notNull())
		.addColumn('account', 'text', (column) => column.notNull())
		.addColumn('off_ms', 'bigint', (column) => column.notNull())
		.addColumn('since', 'bigint', (column) => column.notNull())
		.addColumn('seen_at', 'bigint', (column) => column.notNull())
		.addPrimaryKeyConstraint('account_clocks_key', ['channel', 'account'])
		.execute();
}
