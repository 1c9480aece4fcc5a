import type { Kysely } from 'kysely';

/**
 * Several businesses may share an n8n: each account belongs to the app that first delivered for it, which is known by
 * fingerprints of its secrets and by who keeps them. What is refused is counted by the hour.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('account_apps')
		.addColumn('channel', 'text', (column) => column.notNull())
		.addColumn('account', 'text', (column) => column.notNull())
		.addColumn('app', 'text', (column) => column.notNull())
		.addColumn('app_id', 'text')
		.addColumn('app_name', 'text')
		.addColumn('bound_at', 'bigint', (column) => column.notNull())
		.addPrimaryKeyConstraint('account_apps_pk', ['account', 'channel'])
		.execute();
	await db.schema
		.createTable('app_proofs')
		.addColumn('app', 'text', (column) => column.notNull())
		.addColumn('proof', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('app_proofs_pk', ['app', 'proof'])
		.execute();
	await db.schema.createIndex('app_proofs_by_proof').on('app_proofs').column('proof').execute();
	await db.schema
		.createTable('refused_deliveries')
		.addColumn('hour', 'bigint', (column) => column.notNull())
		.addColumn('cause', 'text', (column) => column.notNull())
		.addColumn('channel', 'text', (column) => column.notNull())
		.addColumn('account', 'text', (column) => column.notNull())
		.addColumn('count', 'bigint', (column) => column.notNull())
		.addColumn('last_at', 'bigint', (column) => column.notNull())
		.addColumn('app_id', 'text')
		.addColumn('app_name', 'text')
		.addPrimaryKeyConstraint('refused_deliveries_pk', ['hour', 'cause', 'channel', 'account'])
		.execute();
}
