import { sql } from 'kysely';
import type { Db } from './db';
import { selectScheduled } from './find';
import type { ScheduledWithAddress } from './rows';

/** Where an account's follow-ups queue up. */
export function laneOf({ channel, account }: { channel: string; account: string }): string {
	return `${channel}:${account}`;
}

// A literal, not a parameter: SQLite uses an index "where state = 'scheduled'" only for a query that says so in its text.
export const SCHEDULED = sql<string>`'scheduled'`;

/** Jumps from lane to lane in the index; how many follow-ups wait in a lane does not matter. */
export async function lanesOf(tx: Db, chatbot: string): Promise<string[]> {
	const { rows } = await sql<{ lane: string }>`
		with recursive lanes(lane) as (
			select (select min(lane) from scheduled_follow_ups where chatbot = ${chatbot} and state = 'scheduled')
			union all
			select (
				select min(lane) from scheduled_follow_ups
				where chatbot = ${chatbot} and state = 'scheduled' and lane > lanes.lane
			) from lanes where lanes.lane is not null
		)
		select lane from lanes where lane is not null`.execute(tx);
	return rows.map(({ lane }) => lane);
}

/**
 * Due follow-ups, earliest first, the accounts in turn: each gets an equal share, and what one does not use the others
 * get. In Postgres what another process has under its hands is left out instead of waited for.
 */
export async function dueInTurn(
	tx: Db,
	{ chatbot, now, limit }: { chatbot: string; now: Date; limit: number },
): Promise<ScheduledWithAddress[]> {
	const due = (lane: string, most: number, after = 0) =>
		dueRows(tx, chatbot, now).where('scheduled.lane', '=', lane).offset(after).limit(most).execute();
	const lanes = await lanesOf(tx, chatbot);
	const share = Math.max(1, Math.ceil(limit / Math.max(1, lanes.length)));
	const found: ScheduledWithAddress[] = [];
	const hasMore: string[] = [];
	for (const lane of lanes) {
		const rows = await due(lane, share);
		found.push(...rows);
		if (rows.length === share) hasMore.push(lane);
	}
	for (const lane of hasMore) {
		if (found.length >= limit) break;
		found.push(...(await due(lane, limit - found.length, share)));
	}
	return found.sort((a, b) => a.due_at - b.due_at).slice(0, limit);
}

/** Others that are due in the same conversations, so that one model call decides about all of them. */
export async function dueCompanions(
	tx: Db,
	{ chatbot, now }: { chatbot: string; now: Date },
	rows: ScheduledWithAddress[],
): Promise<ScheduledWithAddress[]> {
	const ids = new Set(rows.map(({ id }) => id));
	const conversations = [...new Set(rows.map(({ conversation_id }) => conversation_id))];
	const due = await dueRows(tx, chatbot, now)
		.where('scheduled.conversation_id', 'in', conversations)
		.execute();
	return due.filter(({ id }) => !ids.has(id));
}

function dueRows(tx: Db, chatbot: string, now: Date) {
	return (
		selectScheduled(tx)
			.where('scheduled.chatbot', '=', chatbot)
			.where('scheduled.state', '=', SCHEDULED)
			.where('scheduled.due_at', '<=', now.getTime())
			.orderBy('scheduled.due_at')
			// The conversation first: whoever has it has all of its follow-ups, and nobody holds one that it cannot take.
			.forNoKeyUpdate(['conversation', 'scheduled'])
			.skipLocked()
	);
}
