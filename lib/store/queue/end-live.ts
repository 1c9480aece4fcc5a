import type { Reason } from '../../follow-up/reasons/index.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import { LIVE } from '../database/state-conditions.ts';
import { transitionAll } from './transition.ts';

export interface EndLiveFilter {
	chatbot?: string;
	/** Leaves those of these chatbots alone. */
	notOf?: readonly string[];
	/** Only those planned after an earlier customer message than this one. */
	plannedBefore?: { at: number; id: string };
}

const LIVE_OF_ONE = fixedQuery((db, value: ValuesOf<{ conversationId: number }>) =>
	db
		.selectFrom('scheduled_follow_ups')
		.select(['id', 'chatbot', 'state', 'anchor_at', 'anchor_id'])
		.where('conversation_id', '=', value('conversationId'))
		.where(LIVE),
);

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
	const live = await LIVE_OF_ONE.all(tx, { conversationId });
	const surplus = live.filter(({ state, anchor_at, anchor_id, ...one }) => {
		if (state === 'sending' || (chatbot !== undefined && one.chatbot !== chatbot)) return false;
		if (notOf.includes(one.chatbot)) return false;
		const isEarlier = !plannedBefore || anchor_at < plannedBefore.at;
		const isSameInstant = plannedBefore && anchor_at === plannedBefore.at && anchor_id !== plannedBefore.id;
		return isEarlier || isSameInstant;
	});
	let ended = 0;
	for (const [from, rows] of Map.groupBy(surplus, ({ state }) => state)) {
		const ids = rows.map(({ id }) => id);
		ended += (await transitionAll(tx, ids, { from, to: 'ended', reason: why }, now)).length;
	}
	return ended;
}
