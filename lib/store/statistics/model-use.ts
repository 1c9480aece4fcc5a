import { sql } from 'kysely';
import type { Scope } from '../../statistics/count.ts';
import type { ModelTotals } from '../../statistics/types.ts';
import type { Db } from '../database/db.ts';
import type { Dialect } from '../database/dialect.ts';
import { inRange, MAY_HAVE_DECISIONS } from './in-range.ts';
import { table } from '../database/tables.ts';

/** What deciding about one follow-up took. */
export interface FollowUpModelUse extends ModelTotals {
	chatbot: string;
	followUpId: string;
}

/** Model calls and tokens, by follow-up, from the decisions in the audit log. */
export async function modelUse(db: Db, dialect: Dialect, scope: Scope): Promise<FollowUpModelUse[]> {
	const detail = (key: string) => dialect.jsonNumber(sql`a.detail_json`, key);
	const { rows } = await sql<FollowUpModelUse>`
		with decisions as (
			select f.chatbot, f.follow_up, ${detail('calls')} as calls,
				${detail('inputTokens')} as input_tokens, ${detail('outputTokens')} as output_tokens
			from ${table('scheduled_follow_ups')} as f join ${table('audit_log')} as a on a.scheduled_id = f.id
			where ${inRange(scope)} and ${MAY_HAVE_DECISIONS} and (a.from_state = 'claimed' or a.reason_code = 'media_understood') and a.detail_json like '%"promptVersion":%'
		)
		select chatbot, follow_up as "followUpId", cast(coalesce(sum(calls), 0) as bigint) as calls,
			cast(coalesce(sum(input_tokens), 0) as bigint) as "inputTokens",
			cast(coalesce(sum(output_tokens), 0) as bigint) as "outputTokens",
			cast(sum(case when input_tokens is null then 1 else 0 end) as integer) as unknown
		from decisions group by chatbot, follow_up`.execute(db);
	return rows;
}
