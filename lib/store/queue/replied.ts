import { sql } from 'kysely';
import { SENT_STATES, type FollowUpState } from '../../follow-up/lifecycle.ts';
import { reason } from '../../follow-up/reasons/index.ts';
import type { Db } from '../database/db.ts';
import { fixedListQuery, fixedQuery, places, type ItemsOf, type ValuesOf } from '../database/fixed-query.ts';
import { partsOf } from '../database/parts.ts';
import type { ScheduledRow } from '../database/schema.ts';
import { HELD_OUT, WENT_OUT } from '../database/state-conditions.ts';
import { transition } from './transition.ts';

/** With the customer, answered or not. */
const REACHED: readonly FollowUpState[] = [...SENT_STATES, 'replied'];
/** A customer rarely has more than a few behind them that matter. */
const LOOKED_AT = 20;

const WENT_AT = sql<number>`coalesce(accepted_at, ended_at, updated_at)`;

function reached(db: Db) {
	return db
		.selectFrom('scheduled_follow_ups')
		.select(['conversation_id', 'id', 'chatbot', 'state', 'replied_at'])
		.select(['accepted_at', 'ended_at', 'updated_at', 'sent_at', 'delivered_at'])
		.where(WENT_OUT)
		.where((is) => is.or([is('state', 'in', REACHED), HELD_OUT]));
}

const NEWEST = fixedQuery((db, value: ValuesOf<{ conversationId: number }>) =>
	reached(db)
		.where('conversation_id', '=', value('conversationId'))
		.orderBy(WENT_AT, 'desc')
		.limit(LOOKED_AT),
);

/** The same of many conversations, each in its order; a limit for each would take Postgres twice as long to plan. */
const NEWEST_OF_MANY = fixedListQuery(
	(db, length, item: ItemsOf<{ conversationId: number }>) =>
		reached(db)
			.where(
				'conversation_id',
				'in',
				places(length, (place) => item(place, 'conversationId')),
			)
			.orderBy(WENT_AT, 'desc'),
	{ mayRepeat: true },
);

/**
 * A customer message after a follow-up answers the latest one that went out, and only that one; its first answer is kept. One
 * whose answer was lost is not among them: that the customer wrote does not prove that it arrived.
 */
export async function markReplied(tx: Db, conversationId: number, at: number, now: Date): Promise<void> {
	await noteReply(tx, await NEWEST.all(tx, { conversationId }), at, now);
}

/** The same for many customer messages, in the order in which they came. */
export async function markManyReplied(
	tx: Db,
	wrote: readonly { conversationId: number; at: number }[],
	now: Date,
): Promise<void> {
	const [only, ...others] = wrote;
	if (only && others.length === 0) return await markReplied(tx, only.conversationId, only.at, now);
	const byConversation = Map.groupBy(wrote, ({ conversationId }) => conversationId);
	const items = [...byConversation.keys()].map((conversationId) => ({ conversationId }));
	for (const some of partsOf(items)) {
		const found = await NEWEST_OF_MANY.all(tx, some, {});
		for (const [conversationId, all] of Map.groupBy(found, (row) => row.conversation_id)) {
			const newest = all.slice(0, LOOKED_AT);
			for (const { at } of byConversation.get(conversationId) ?? []) await noteReply(tx, newest, at, now);
		}
	}
}

/** What was read of the follow-ups is kept up with what is noted, for the next message. */
async function noteReply(tx: Db, newest: Reached[], at: number, now: Date): Promise<void> {
	const place = newest.findIndex(({ state }) => state !== 'ended');
	await noteHeldOut(tx, place < 0 ? newest : newest.slice(0, place), at);
	const latest = newest[place];
	if (!latest || latest.state === 'replied' || isBefore(at, latest)) return;
	await transition(
		tx,
		{
			id: latest.id,
			from: latest.state,
			to: 'replied',
			reason: reason('customer_replied'),
			changes: { replied_at: at },
		},
		now,
	);
	latest.state = 'replied';
}

type Reached = Pick<
	ScheduledRow,
	| ('id' | 'chatbot' | 'state' | 'accepted_at' | 'ended_at' | 'updated_at' | 'replied_at')
	| ('sent_at' | 'delivered_at')
>;

/**
 * Meta dates the reply, so it is compared with Meta's time of the message: by a clock of ours that is ahead answers would be
 * older than what they answer. With one that is behind, a reply counts as said when it came in, and our time of the message is
 * the one to compare it with; so the earliest that is known of the message counts.
 * WhatsApp's times are whole seconds: a reply half a second after the message seems to lie before it.
 */
function isBefore(
	at: number,
	{ sent_at, delivered_at, accepted_at, ended_at, updated_at }: Reached,
): boolean {
	const ours = accepted_at ?? ended_at ?? updated_at;
	const went = Math.min(ours, sent_at ?? Infinity, delivered_at ?? Infinity);
	return at < Math.floor(went / 1000) * 1000;
}

/**
 * Of what was held out only the time of the answer is noted, of each chatbot's latest: so that both groups can still be
 * compared when the messages themselves are deleted.
 */
async function noteHeldOut(tx: Db, newest: Reached[], at: number): Promise<void> {
	const latest = [...Map.groupBy(newest, ({ chatbot }) => chatbot).values()].map(
		([first]) => first as Reached,
	);
	for (const one of latest) {
		if (one.replied_at !== null || isBefore(at, one)) continue;
		await tx.updateTable('scheduled_follow_ups').set({ replied_at: at }).where('id', '=', one.id).execute();
		one.replied_at = at;
	}
}

/** A follow-up that turns out to have arrived, or to be older than it seemed, may have been answered in the meantime. */
export async function markRepliedSince(
	tx: Db,
	conversationId: number,
	sentAt: number,
	now: Date,
): Promise<void> {
	const reply = await tx
		.selectFrom('messages')
		.select('at')
		.where('conversation_id', '=', conversationId)
		.where('direction', '=', 'in')
		.where('type', '!=', 'reaction')
		.where('at', '>=', Math.floor(sentAt / 1000) * 1000)
		.orderBy('at')
		.executeTakeFirst();
	if (reply) await markReplied(tx, conversationId, reply.at, now);
}
