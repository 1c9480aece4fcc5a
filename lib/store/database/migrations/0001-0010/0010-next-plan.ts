import type { Kysely } from 'kysely';

/** A customer who writes while a follow-up is being sent begins a silence; its plan waits with the one that is being sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('scheduled_follow_ups').addColumn('next_plan_json', 'text').execute();
}
