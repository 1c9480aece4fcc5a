import { sql, type Kysely } from 'kysely';

/**
 * What went out to a conversation is looked up for each message of its customer. A customer of years has hundreds that ended
 * without a message and few that went out.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createIndex('scheduled_went_out')
		.on('scheduled_follow_ups')
		.columns(['conversation_id'])
		.where(sql<boolean>`(state not in ('scheduled', 'claimed', 'ended') or reason_code = 'held_out')`)
		.execute();
}
