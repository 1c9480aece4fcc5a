import { sql, type Kysely } from 'kysely';

/**
 * The newest wish of a customer stands, in whatever order wishes are told, so the newest time of each is kept. An opt-out
 * that is known is a wish of its own time: one from before the customer agreed again was told late and stands no more. What
 * they stopped at Meta only they take back, there.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('conversations').addColumn('wishes_json', 'text').execute();
	await sql`update ${sql.table('conversations')} set opted_out_at = null, opted_out_by = null, opted_out_note = null
		where opted_out_at < opted_in_at`.execute(db);
	await sql`update ${sql.table('conversations')} set marketing_opted_out_at = null, marketing_opted_out_by = null
		where marketing_opted_out_by is not null and marketing_opted_out_at < opted_in_at`.execute(db);
}
