import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../statistics/count.ts';

/**
 * When a follow-up counts: when Meta accepted it, or else when it ended, or else when it is (or was last) due. The index of
 * migration 0006 is over this very expression.
 */
export const COUNTED_AT = sql<number>`coalesce(f.accepted_at, f.ended_at, f.due_at)`;

/** Would have been sent, had the conversation not been held out. */
export const HELD_OUT = sql<boolean>`(f.state = 'ended' and f.reason_code = 'held_out')`;

/** Handed to Meta, whatever came of it. */
const HANDED_OVER = sql<boolean>`(f.accepted_at is not null or f.state in ('failed', 'unknown'))`;

/** What the conversation did after it is looked at. */
export const IS_WATCHED = sql<boolean>`(${HELD_OUT} or ${HANDED_OVER})`;

/**
 * Something was decided about it, or may have been: what a person sends again begins without its decision. Most of what is
 * planned was never touched since.
 */
export const MAY_HAVE_DECISIONS = sql<boolean>`(f.decision_json is not null or f.updated_at <> f.created_at)`;

/** The condition for scheduled follow-ups `f` to count in a stretch of time. */
export function inTime({ from, to }: Pick<Scope, 'from' | 'to'>): RawBuilder<boolean> {
	return sql`${COUNTED_AT} >= ${from.getTime()} and ${COUNTED_AT} < ${to.getTime()}`;
}

/** The condition for scheduled follow-ups `f` to be among those that are counted. */
export function inRange({ chatbot, followUpId, channel, ...range }: Scope): RawBuilder<boolean> {
	const conditions = [
		inTime(range),
		...(chatbot === undefined ? [] : [sql`f.chatbot = ${chatbot}`]),
		...(followUpId === undefined ? [] : [sql`(f.follow_up = ${followUpId} or f.name = ${followUpId})`]),
		...(channel === undefined ? [] : [sql`f.lane like ${`${channel}:%`}`]),
	];
	return sql`(${sql.join(conditions, sql` and `)})`;
}
