import type { Kysely } from 'kysely';

/** A thumbs up can be the answer; and which message a reaction, or a reply, is about. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('conversations').addColumn('reacted_at', 'bigint').execute();
	await db.schema.alterTable('messages').addColumn('reply_to', 'text').execute();
}
