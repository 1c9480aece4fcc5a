import type { Kysely } from 'kysely';

/** A token that ended pauses those who send with it, not everybody who sends for the same account. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('credential_pauses')
		.addColumn('channel', 'text', (column) => column.notNull())
		.addColumn('account', 'text', (column) => column.notNull())
		.addColumn('credential', 'text', (column) => column.notNull())
		.addColumn('chatbot', 'text', (column) => column.notNull())
		.addColumn('name', 'text')
		.addColumn('paused_at', 'bigint', (column) => column.notNull())
		.addColumn('until', 'bigint', (column) => column.notNull())
		.addColumn('code', 'integer')
		.addColumn('reason', 'text', (column) => column.notNull())
		.addColumn('resumed_at', 'bigint')
		.addPrimaryKeyConstraint('credential_pauses_pk', ['channel', 'account', 'credential', 'chatbot'])
		.execute();
}
