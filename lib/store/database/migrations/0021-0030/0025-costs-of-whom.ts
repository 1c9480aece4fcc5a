import { sql, type Kysely } from 'kysely';

/**
 * Costs are kept longer than messages; without the conversation nobody could tell whose they are when a customer is deleted.
 * Of those that are there the follow-up or the message still tells.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('message_costs').addColumn('conversation_id', 'bigint').execute();
	await sql`update ${sql.table('message_costs')} set conversation_id = coalesce(
		(select conversation_id from ${sql.table('scheduled_follow_ups')} as f where f.id = message_costs.scheduled_id),
		(select min(conversation_id) from ${sql.table('messages')} as m where m.message_id = message_costs.message_id)
	)`.execute(db);
	await db.schema
		.createIndex('message_costs_by_conversation')
		.on('message_costs')
		.column('conversation_id')
		.execute();
}
