import { sql } from 'kysely';
import type { Db } from '../../database/db.ts';
import type { ConversationRow } from '../../database/schema.ts';
import type { Look } from './types.ts';

const AT_ONCE = 300;
/** Reasons with which follow-ups end when a person goes on. */
const WITH_PERSON = ['stopped_problem', 'stopped_person', 'paused'] as const;

/**
 * Notes with whom a person went on whose customer has waited for an answer since: for conversations in which the customer
 * wrote, or was handed over, in a stretch of time that begins with `from`.
 * @returns where the next look begins.
 */
export async function findWaiting(db: Db, { chatbot, afterMs, from, now }: Look): Promise<Date> {
	const to = now.getTime() - afterMs;
	const wrote = await db
		.selectFrom('messages')
		.select(['conversation_id', 'at as moment'])
		.where('at', '>', from.getTime())
		.where('at', '<=', to)
		.where('direction', '=', 'in')
		.where((where) =>
			where.exists(
				where
					.selectFrom('scheduled_follow_ups as own')
					.select('own.id')
					.whereRef('own.conversation_id', '=', 'messages.conversation_id')
					.where('own.chatbot', '=', chatbot),
			),
		)
		.orderBy('at')
		.limit(AT_ONCE)
		.execute();
	const handedOver = await db
		.selectFrom('scheduled_follow_ups as scheduled')
		.select(['scheduled.conversation_id', 'scheduled.ended_at as moment'])
		.where(
			sql<number>`coalesce(scheduled.accepted_at, scheduled.ended_at, scheduled.due_at)`,
			'>',
			from.getTime(),
		)
		.where(sql<number>`coalesce(scheduled.accepted_at, scheduled.ended_at, scheduled.due_at)`, '<=', to)
		.where('scheduled.chatbot', '=', chatbot)
		.where('scheduled.state', '=', 'ended')
		.where('scheduled.reason_code', 'in', WITH_PERSON)
		.orderBy('scheduled.ended_at')
		.limit(AT_ONCE)
		.execute();
	const ids = [...new Set([...wrote, ...handedOver].map(({ conversation_id }) => conversation_id))];
	if (ids.length > 0) await noteWaiting(db, ids, { chatbot, afterMs, from, now });
	const cut = [wrote, handedOver].flatMap((rows) =>
		rows.length === AT_ONCE ? Number(rows.at(-1)?.moment) - 1 : [],
	);
	return new Date(Math.max(from.getTime(), Math.min(to, ...cut)));
}

async function noteWaiting(db: Db, ids: readonly number[], { chatbot, afterMs, now }: Look): Promise<void> {
	const rows = await db.selectFrom('conversations').selectAll().where('id', 'in', ids).execute();
	for (const row of rows.filter((one) => isWaiting(one, now))) {
		const { first, count } = await db
			.selectFrom('messages')
			.select((of) => [of.fn.min('at').as('first'), of.fn.countAll<number>().as('count')])
			.where('conversation_id', '=', row.id)
			.where('direction', '=', 'in')
			.where('at', '>', row.last_outbound_at ?? 0)
			.executeTakeFirstOrThrow();
		// What was deleted by its age, or told by Meta without its words, is as old as the last word of the customer.
		const since = Math.max(
			Number(first ?? row.last_inbound_at),
			isPaused(row, now) ? (row.paused_at ?? 0) : 0,
		);
		if (since > now.getTime() - afterMs) continue;
		await db
			.insertInto('staff_events')
			.values({
				...{ conversation_id: row.id, chatbot, type: 'customer_waiting', silence: waitOf(row) },
				...{ reason_code: 'customer_waiting', since, unanswered: Math.max(1, Number(count)) },
				...{ found_at: now.getTime(), handed_until: null, told_at: null },
			})
			.onConflict((conflict) =>
				conflict.columns(['conversation_id', 'chatbot', 'type', 'silence']).doNothing(),
			)
			.execute();
	}
}

/** A person took over, and the last word is the customer's. */
export function isWaiting(row: ConversationRow, now: Date): boolean {
	const isWithPerson = isPaused(row, now) || row.last_outbound_by === 'person';
	return isWithPerson && row.last_inbound_at !== null && row.last_inbound_at > (row.last_outbound_at ?? 0);
}

/** Which wait it is: that after the last word of the business. */
export function waitOf({ last_outbound_at }: ConversationRow): string {
	return String(last_outbound_at ?? 0);
}

function isPaused({ paused_at, paused_until }: ConversationRow, now: Date): boolean {
	return paused_at !== null && (paused_until === null || paused_until > now.getTime());
}
