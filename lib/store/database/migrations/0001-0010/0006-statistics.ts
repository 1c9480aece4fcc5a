import { sql, type Kysely } from 'kysely';

/** Statistics read the follow-ups of a range by the moment at which they count. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createIndex('scheduled_by_counted_moment')
		.on('scheduled_follow_ups')
		.expression(sql`(coalesce(accepted_at, ended_at, due_at))`)
		.execute();
}
