import { sql } from 'kysely';
import type { ReasonCode } from '../../follow-up/reasons/index.ts';
import type { Scope } from '../../statistics/count.ts';
import type { Followed } from '../../statistics/followed.ts';
import type { Db } from '../database/db.ts';
import { COUNTED_AT, HELD_OUT, inRange, IS_WATCHED } from './in-range.ts';
import { table } from '../database/tables.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Row {
	conversation: number;
	chatbot: string;
	followUpId: string;
	at: number;
	began: number;
	state: string;
	reasonCode: ReasonCode;
	accepted: number;
	heldOut: number | boolean;
	delivered: number;
	read: number;
	repliedAt: number | null;
	nextAt: number | null;
	wroteAt: number | null;
	converted: number | boolean;
}

/**
 * From when on a reply may answer it, as `markReplied` has it: by Meta's clock where that is behind ours, because Meta dates the
 * reply too. Its times are whole seconds: a reply half a second after the message seems to lie before it.
 */
const WENT_AT = sql<number>`(case when f.sent_at < ${COUNTED_AT} then f.sent_at else ${COUNTED_AT} end)`;
const BEGAN = sql<number>`(${WENT_AT} - ${WENT_AT} % 1000)`;

/**
 * A reply belongs to the last follow-up before it, whichever chatbot sent it. What was held out stands for a message only
 * beside others of the same chatbot that were held out too.
 */
const NEXT = sql<number | null>`(
	select min(case when n.sent_at < n.accepted_at then n.sent_at else coalesce(n.accepted_at, n.ended_at) end) from ${table('scheduled_follow_ups')} as n
	where n.conversation_id = f.conversation_id
		and (n.accepted_at is not null
			or (${HELD_OUT} and n.chatbot = f.chatbot and n.state = 'ended' and n.reason_code = 'held_out'))
		and (coalesce(n.accepted_at, n.ended_at) > ${COUNTED_AT}
			or (coalesce(n.accepted_at, n.ended_at) = ${COUNTED_AT} and n.id > f.id)))`;

/** The same messages count that end a silence; a reaction is none. */
const WROTE = sql<number | null>`(
	select m.at from ${table('messages')} as m
	where m.conversation_id = f.conversation_id and m.direction = 'in' and m.type <> 'reaction' and m.at >= ${BEGAN}
	order by m.at limit 1)`;

/**
 * The watched follow-ups of a range in the order of their counted moments, of one moment those held out first: from the first of
 * them on chatbots are compared. Each comes with what the conversation did after it.
 */
export async function followed(db: Db, scope: Scope): Promise<Followed[]> {
	const conversionMs = sql.lit(Math.round(scope.conversionDays * DAY_MS));
	const { rows } = await sql<Row>`
		select f.conversation_id as conversation, f.chatbot, f.follow_up as "followUpId", ${COUNTED_AT} as at, ${BEGAN} as began,
			f.state, f.reason_code as "reasonCode", ${HELD_OUT} as "heldOut",
			case when f.accepted_at is null then 0 else 1 end as accepted,
			case when f.delivered_at is null then 0 else 1 end as delivered,
			case when f.read_at is null then 0 else 1 end as read,
			f.replied_at as "repliedAt",
			${NEXT} as "nextAt", ${WROTE} as "wroteAt",
			exists (
				select 1 from ${table('conversions')} as v where v.conversation_id = f.conversation_id
					and v.at >= ${BEGAN} and v.at < ${BEGAN} + ${conversionMs}
			) as converted
		from ${table('scheduled_follow_ups')} as f
		where ${inRange(scope)} and ${IS_WATCHED}
		order by ${COUNTED_AT}, case when ${HELD_OUT} then 0 else 1 end, f.id`.execute(db);
	return rows.map((row) => followedFrom(row, scope));
}

function followedFrom(row: Row, { replyHours }: Scope): Followed {
	const { conversation, chatbot, followUpId, at, began, state, reasonCode } = row;
	const next = row.nextAt === null ? Infinity : wholeSecond(row.nextAt);
	const replyEnds = Math.min(began + replyHours * HOUR_MS, next);
	const reply = Math.min(row.wroteAt ?? Infinity, row.repliedAt ?? Infinity);
	const sent = row.accepted === 1 && state !== 'unknown';
	return {
		...{ conversation, chatbot, followUpId, at, state, reasonCode, sent, replyEnds },
		heldOut: Boolean(row.heldOut),
		handedOver: row.accepted === 1 || state === 'failed' || state === 'unknown',
		delivered: row.delivered === 1,
		read: row.read === 1,
		converted: Boolean(row.converted),
		...(reply < replyEnds ? { replyMs: reply - began } : {}),
	};
}

function wholeSecond(ms: number): number {
	return ms - (ms % 1000);
}
