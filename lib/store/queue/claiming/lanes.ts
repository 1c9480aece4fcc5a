import type { FollowUpState } from '../../../follow-up/lifecycle.ts';
import { sql, type Expression } from 'kysely';
import type { Db } from '../../database/db.ts';
import type { Dialect } from '../../database/dialect.ts';
import { selectScheduled } from '../find-scheduled.ts';
import {
	fixedListQuery,
	fixedQuery,
	places,
	type ItemsOf,
	type ValuesOf,
} from '../../database/fixed-query.ts';
import type { ScheduledWithAddress } from '../scheduled-row.ts';
import { table } from '../../database/tables.ts';
import { partsOf } from '../../database/parts.ts';

/** Where an account's follow-ups queue up. */
export function laneOf({ channel, account }: { channel: string; account: string }): string {
	return `${channel}:${account}`;
}

// A literal, not a parameter: SQLite uses an index "where state = 'scheduled'" only for a query that says so in its text.
export const SCHEDULED = sql<FollowUpState>`'scheduled'`;

/** Jumps from lane to lane in the index; how many follow-ups wait in a lane does not matter. */
export async function lanesOf(tx: Db, chatbot: string): Promise<string[]> {
	return (await LANES.all(tx, { chatbot })).map(({ lane }) => lane);
}

const LANES = fixedQuery((db, value: ValuesOf<{ chatbot: string }>) => {
	const chatbot = value('chatbot');
	const query = sql<{ lane: string }>`
		with recursive lanes(lane) as (
			select (select min(lane) from ${table('scheduled_follow_ups')} where chatbot = ${chatbot} and state = 'scheduled')
			union all
			select (
				select min(lane) from ${table('scheduled_follow_ups')}
				where chatbot = ${chatbot} and state = 'scheduled' and lane > lanes.lane
			) from lanes where lanes.lane is not null
		)
		select lane from lanes where lane is not null`;
	return { compile: () => query.compile(db) };
});

/**
 * Due follow-ups, earliest first, the accounts in turn: each gets an equal share, and what one does not use the others
 * get. In Postgres what another process has under its hands is left out instead of waited for.
 */
export async function dueInTurn(
	tx: Db,
	{ knowsLateral }: Pick<Dialect, 'knowsLateral'>,
	{ chatbot, now, limit }: { chatbot: string; now: Date; limit: number },
): Promise<ScheduledWithAddress[]> {
	const lanes = await lanesOf(tx, chatbot);
	if (lanes.length === 0) return [];
	const share = Math.max(1, Math.ceil(limit / lanes.length));
	const dueOf = async (some: string[], most: number, after: number) => {
		const wanted = { chatbot, now: now.getTime(), most, after };
		return knowsLateral
			? await DUE_LATERAL.all(tx, { ...wanted, lanes: some })
			: await dueUnited(tx, some, wanted);
	};
	const found = await dueOf(lanes, share, 0);
	for (const lane of lanes) {
		if (found.length >= limit) break;
		if (found.filter((row) => row.lane === lane).length < share) continue;
		found.push(...(await dueOf([lane], limit - found.length, share)));
	}
	return found.sort((a, b) => a.due_at - b.due_at).slice(0, limit);
}

interface Wanted {
	chatbot: string;
	/** In ms since 1970. */
	now: number;
	/** How many of each lane, and how many to pass over before. */
	most: number;
	after: number;
}

function dueOfLane(db: Db, lane: Expression<string>, value: ValuesOf<Wanted>) {
	return dueRows(db, value('chatbot'), value('now'))
		.where('scheduled.lane', '=', lane)
		.offset(value('after'))
		.limit(value('most'))
		.as('due');
}

/**
 * PostgreSQL plans a query each time it is asked: planning took most of the 9.7 ms of ten lanes one by one, 5 ms with all in
 * one query and a part for each, and 2.1 ms so (claim of 100, PostgreSQL 15, 2026-11-29).
 */
const DUE_LATERAL = fixedQuery((db, value: ValuesOf<Wanted & { lanes: string[] }>) =>
	db
		.selectFrom(sql<{ lane: string }>`unnest(${value('lanes')}::text[])`.as<'lanes'>(sql`lanes(lane)`))
		.innerJoinLateral(
			() => dueOfLane(db, sql<string>`lanes.lane`, value),
			(join) => join.onTrue(),
		)
		.selectAll('due'),
);

/** SQLite makes one query of 500 at most. */
const UNITED_AT_ONCE = 100;

async function dueUnited(tx: Db, lanes: readonly string[], wanted: Wanted): Promise<ScheduledWithAddress[]> {
	const found: ScheduledWithAddress[] = [];
	for (const some of partsOf(lanes, UNITED_AT_ONCE)) {
		const items = some.map((lane) => ({ lane }));
		found.push(...(await DUE_UNITED.all(tx, items, wanted)));
	}
	return found;
}

/** SQLite knows no lateral join; what it has planned is kept with the statement. */
const DUE_UNITED = fixedListQuery((db, length, item: ItemsOf<{ lane: string }>, value: ValuesOf<Wanted>) => {
	const [first, ...others] = places(length, (place) =>
		db.selectFrom(dueOfLane(db, sql<string>`${item(place, 'lane')}`, value)).selectAll(),
	);
	return others.reduce((all, one) => all.unionAll(one), first as NonNullable<typeof first>);
});

/** Others that are due in the same conversations, so that one model call decides about all of them. */
export async function dueCompanions(
	tx: Db,
	{ chatbot, now }: { chatbot: string; now: Date },
	rows: ScheduledWithAddress[],
): Promise<ScheduledWithAddress[]> {
	const ids = new Set(rows.map(({ id }) => id));
	const conversations = [...new Set(rows.map(({ conversation_id }) => conversation_id))];
	const due = await dueRows(tx, chatbot, now.getTime())
		.where('scheduled.conversation_id', 'in', conversations)
		.execute();
	return due.filter(({ id }) => !ids.has(id));
}

function dueRows(tx: Db, chatbot: string, now: number) {
	return (
		selectScheduled(tx)
			.where('scheduled.chatbot', '=', chatbot)
			.where('scheduled.state', '=', SCHEDULED)
			.where('scheduled.due_at', '<=', now)
			.orderBy('scheduled.due_at')
			// The conversation first: whoever has it has all of its follow-ups, and nobody holds one that it cannot take.
			.forNoKeyUpdate(['conversation', 'scheduled'])
			.skipLocked()
	);
}
