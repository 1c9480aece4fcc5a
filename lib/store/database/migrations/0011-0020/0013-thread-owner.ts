import { sql, type Kysely } from 'kysely';

/**
 * Who owns a thread is told late and in any order: the newest news that it is ours, and all since that it is another app's,
 * give the same answer in each. What ended because another app owned the thread does not stand in the way of a plan for the
 * same silence, which is made when the thread is handed back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('conversations').addColumn('thread_ours_at', 'bigint').execute();
	await db.schema.alterTable('conversations').addColumn('thread_theirs_json', 'text').execute();
	await sql`update ${sql.table('conversations')} set thread_ours_at = last_inbound_at where owned_by_other_since is null`.execute(
		db,
	);
	await db.schema.dropIndex('scheduled_one_per_silence').execute();
	await db.schema
		.createIndex('scheduled_one_per_silence')
		.unique()
		.on('scheduled_follow_ups')
		.columns(['conversation_id', 'chatbot', 'follow_up', 'anchor_id'])
		.where(sql<boolean>`reason_code <> 'owned_by_other_app'`)
		.execute();
	// The unique one above leaves some rows out, so it no longer serves who looks for all follow-ups of a conversation.
	await db.schema
		.createIndex('scheduled_by_conversation')
		.on('scheduled_follow_ups')
		.column('conversation_id')
		.execute();
}
