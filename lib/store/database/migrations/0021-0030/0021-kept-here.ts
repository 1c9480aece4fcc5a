import type { Kysely } from 'kysely';

/**
 * Follow-ups may be kept in the store itself and edited on the dashboard. Then the store has to know which chatbots do so,
 * what they are called, whether they have a model, and which templates a person can choose from.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const column of ['kept_here', 'without_model'] as const)
		await db.schema.alterTable('chatbots').addColumn(column, 'integer').execute();
	for (const column of ['name', 'templates_json'] as const)
		await db.schema.alterTable('chatbots').addColumn(column, 'text').execute();
}
