import { sql, type RawBuilder } from 'kysely';
import type { StatisticsScope } from './scope';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * When a follow-up counts: when Meta accepted it, or else when it ended, or else when it is (or was last) due. The index of
 * migration 0006 is over this very expression.
 */
export const COUNTED_AT = sql<number>`coalesce(f.accepted_at, f.ended_at, f.due_at)`;

/** Would have been sent, had the conversation not been held out. */
const HELD_OUT = sql<boolean>`(f.state = 'ended' and f.reason_code = 'held_out')`;
/** Handed to Meta, whatever came of it. */
const HANDED_OVER = sql<boolean>`(f.accepted_at is not null or f.state in ('failed', 'unknown'))`;

/**
 * The follow-ups of the range as two tables for a `with`: `counted` has all of them with their counted moment `at`;
 * `watched` those that were handed to Meta or held out, with whether and when the customer replied, and whether the
 * conversation was marked as converted. `awaiting` and `converting`: that time is not over yet.
 *
 * WhatsApp's times are whole seconds, so everything is counted from the beginning of the second.
 */
export function moments(scope: StatisticsScope): RawBuilder<unknown> {
	const replyMs = sql.lit(Math.round(scope.replyHours * HOUR_MS));
	const conversionMs = sql.lit(Math.round(scope.conversionDays * DAY_MS));
	const now = sql.lit(scope.now.getTime());
	return sql`
		counted as (
			select f.id, f.conversation_id, f.chatbot, f.follow_up, f.name, f.colour, f.state, f.reason_code,
				f.accepted_at, f.delivered_at, f.read_at, f.replied_at, f.message_id,
				${COUNTED_AT} as at, ${HELD_OUT} as held_out, ${HANDED_OVER} as handed_over
			from scheduled_follow_ups as f
			where ${inScope(scope)}
		),
		placed as (
			select c.*, c.at - c.at % 1000 as began,
				(${nextFollowUp}) as next_at,
				(${firstMessage}) as wrote_at
			from counted as c
			where c.held_out or c.handed_over
		),
		answered as (
			select p.*, case when p.wrote_at is null or p.replied_at < p.wrote_at then p.replied_at else p.wrote_at end as answer_at,
				case when p.next_at - p.next_at % 1000 < p.began + ${replyMs} then p.next_at - p.next_at % 1000 else p.began + ${replyMs} end as reply_ends
			from placed as p
		),
		watched as (
			select a.*, a.began + ${replyMs} > ${now} as watching,
				a.began + ${conversionMs} > ${now} as converting,
				case when a.answer_at < a.reply_ends then a.answer_at - a.began end as reply_ms,
				coalesce(a.reply_ends > ${now}, false) as awaiting,
				exists (
					select 1 from conversions as v where v.conversation_id = a.conversation_id
						and v.at >= a.began and v.at < a.began + ${conversionMs}
				) as converted
			from answered as a
		)`;
}

/** A reply belongs to the last follow-up before it, whichever chatbot sent it (or would have). */
const nextFollowUp = sql`
	select min(coalesce(f.accepted_at, f.ended_at)) from scheduled_follow_ups as f
	where f.conversation_id = c.conversation_id and (f.accepted_at is not null or ${HELD_OUT})
		and (coalesce(f.accepted_at, f.ended_at) > c.at or (coalesce(f.accepted_at, f.ended_at) = c.at and f.id > c.id))`;

/** The same messages count that end a silence; a reaction is none. */
const firstMessage = sql`
	select m.at from messages as m
	where m.conversation_id = c.conversation_id and m.direction = 'in' and m.type <> 'reaction'
		and m.at >= c.at - c.at % 1000
	order by m.at limit 1`;

function inScope({ from, to, chatbot, followUpId, channel }: StatisticsScope): RawBuilder<unknown> {
	return sql.join(
		[
			sql`${COUNTED_AT} >= ${sql.lit(from.getTime())}`,
			sql`${COUNTED_AT} < ${sql.lit(to.getTime())}`,
			...(chatbot === undefined ? [] : [sql`f.chatbot = ${chatbot}`]),
			...(followUpId === undefined ? [] : [sql`f.follow_up = ${followUpId}`]),
			...(channel === undefined ? [] : [sql`f.lane like ${`${channel}:%`}`]),
		],
		sql` and `,
	);
}
