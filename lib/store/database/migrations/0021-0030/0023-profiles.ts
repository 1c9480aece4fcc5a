import { sql, type Kysely } from 'kysely';

/**
 * Deliveries of Instagram and Messenger bring an ID and no name. Each profile is asked for once, so that it has to be known
 * of whom it was; the index holds those of whom nothing is known yet and shrinks as they are asked for.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('conversations').addColumn('profile_asked_at', 'bigint').execute();
	await db.schema
		.createIndex('conversations_without_name')
		.on('conversations')
		.column('last_inbound_at')
		.where(sql<boolean>`name is null and username is null and profile_asked_at is null`)
		.execute();
}
