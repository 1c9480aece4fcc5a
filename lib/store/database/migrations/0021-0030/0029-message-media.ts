import type { Kysely } from 'kysely';

/** The voice note or picture of a message: where it is, whether it was understood, and who is at it. Its words stand in `text`. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('messages').addColumn('media_json', 'text').execute();
}
