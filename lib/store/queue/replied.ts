import { sql } from 'kysely';
import { SENT_STATES, type FollowUpState } from '../../follow-up/lifecycle.ts';
import { reason } from '../../follow-up/reasons/index.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import type { ScheduledRow } from '../database/schema.ts';
import { HELD_OUT, WENT_OUT } from '../database/state-conditions.ts';
import { transition } from './transition.ts';

/** With the customer, answered or not. */
const REACHED: readonly FollowUpState[] = [...SENT_STATES, 'replied'];
/** A customer rarely has more than a few behind them that matter. */
const LOOKED_AT = 20;

const NEWEST = fixedQuery((db, value: ValuesOf<{ conversationId: number }>) =>
	db
		.selectFrom('scheduled_follow_ups')
		.select(['id', 'chatbot', 'state', 'accepted_at', 'ended_at', 'updated_at', 'replied_at'])
		.select(['sent_at', 'delivered_at'])
		.where('conversation_id', '=', value('conversationId'))
		.where(WENT_OUT)
		.where((is) => is.or([is('state', 'in', REACHED), HELD_OUT]))
		.orderBy(sql`coalesce(accepted_at, ended_at, updated_at)`, 'desc')
		.limit(LOOKED_AT),
);

/**
 * A customer message after a follow-up answers the latest one that went out, and only that one; its first answer is kept. One
 * whose answer was lost is not among them: that the customer wrote does not prove that it arrived.
 */
export async function markReplied(tx: Db, conversationId: number, at: number, now: Date): Promise<void> {
	const newest = await NEWEST.all(tx, { conversationId });
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
}

type Reached = Pick<
	ScheduledRow,
	('id' | 'chatbot' | 'accepted_at' | 'ended_at' | 'updated_at' | 'replied_at') | ('sent_at' | 'delivered_at')
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
