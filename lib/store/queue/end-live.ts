import type { Reason } from '../../follow-up/reasons/index.ts';
import type { Db } from '../database/db.ts';
import { fixedListQuery, places, type ItemsOf } from '../database/fixed-query.ts';
import { partsOf } from '../database/parts.ts';
import type { ScheduledRow } from '../database/schema.ts';
import { LIVE } from '../database/state-conditions.ts';
import { transitionAll } from './transition.ts';

export interface EndLiveFilter {
	chatbot?: string;
	/** Leaves those of these chatbots alone. */
	notOf?: readonly string[];
	/** Only those planned after an earlier customer message than this one. */
	plannedBefore?: { at: number; id: string };
}

/** That a customer broke the silence in a conversation. */
export interface Broken {
	conversationId: number;
	/** What they did, and when: what was planned after something earlier is over. */
	at: number;
	id: string;
}

const LIVE_OF = fixedListQuery(
	(db, length, item: ItemsOf<{ conversationId: number }>) =>
		db
			.selectFrom('scheduled_follow_ups')
			.select(['id', 'conversation_id', 'chatbot', 'state', 'anchor_at', 'anchor_id'])
			.where(
				'conversation_id',
				'in',
				places(length, (place) => item(place, 'conversationId')),
			)
			.where(LIVE),
	{ mayRepeat: true },
);

type Live = Pick<ScheduledRow, 'id' | 'chatbot' | 'state' | 'anchor_at' | 'anchor_id'>;

/**
 * Ends the live follow-ups of a conversation. Those already on their way to Meta (`sending`) are past ending: what became
 * of them is told by Meta's answer.
 * @returns how many were ended.
 */
export async function endLive(
	tx: Db,
	conversationId: number,
	why: Reason,
	now: Date,
	{ chatbot, notOf = [], plannedBefore }: EndLiveFilter = {},
): Promise<number> {
	const live = await LIVE_OF.all(tx, [{ conversationId }], {});
	const surplus = live.filter((one) => {
		if (chatbot !== undefined && one.chatbot !== chatbot) return false;
		return !notOf.includes(one.chatbot) && (!plannedBefore || isPlannedBefore(one, plannedBefore));
	});
	return await endAll(tx, surplus, why, now);
}

/**
 * The same for many silences that were broken, in a few statements.
 * @returns how many were ended.
 */
export async function endBroken(tx: Db, broken: readonly Broken[], why: Reason, now: Date): Promise<number> {
	const byConversation = Map.groupBy(broken, ({ conversationId }) => conversationId);
	const items = [...byConversation.keys()].map((conversationId) => ({ conversationId }));
	let ended = 0;
	for (const some of partsOf(items)) {
		const live = await LIVE_OF.all(tx, some, {});
		const surplus = live.filter((one) =>
			byConversation.get(one.conversation_id)?.some((each) => isPlannedBefore(one, each)),
		);
		ended += await endAll(tx, surplus, why, now);
	}
	return ended;
}

function isPlannedBefore({ anchor_at, anchor_id }: Live, { at, id }: { at: number; id: string }): boolean {
	return anchor_at < at || (anchor_at === at && anchor_id !== id);
}

async function endAll(tx: Db, live: readonly Live[], why: Reason, now: Date): Promise<number> {
	const surplus = live.filter(({ state }) => state !== 'sending');
	let ended = 0;
	for (const [from, rows] of Map.groupBy(surplus, ({ state }) => state)) {
		const ids = rows.map(({ id }) => id);
		ended += (await transitionAll(tx, ids, { from, to: 'ended', reason: why }, now)).length;
	}
	return ended;
}
