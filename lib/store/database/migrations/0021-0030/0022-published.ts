import type { Kysely } from 'kysely';

/**
 * A Follow-Up Due Trigger says when it stops looking, so that the dashboard knows which chatbots are published; n8n tells a
 * node nothing when its workflow is deleted, so it also says every few minutes that it still looks (`updated_at`).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('due_triggers').addColumn('closed_at', 'bigint').execute();
}
