import type { FollowUpState } from '../follow-up/lifecycle';
import type { Reason } from '../follow-up/reasons';
import type { Db } from './db';
import { groupBy } from './group-by';
import { LIVE } from './state-conditions';
import { transitionAll } from './transition';

export interface EndLiveFilter {
	chatbot?: string;
	/** Only those planned after an earlier customer message than this one. */
	plannedBefore?: { at: number; id: string };
}

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
	{ chatbot, plannedBefore }: EndLiveFilter = {},
): Promise<number> {
	let query = tx
		.selectFrom('scheduled_follow_ups')
		.select(['id', 'state', 'anchor_at', 'anchor_id'])
		.where('conversation_id', '=', conversationId)
		.where(LIVE);
	if (chatbot !== undefined) query = query.where('chatbot', '=', chatbot);
	const surplus = (await query.execute()).filter(({ state, anchor_at, anchor_id }) => {
		if (state === 'sending') return false;
		const isEarlier = !plannedBefore || anchor_at < plannedBefore.at;
		const isSameInstant = plannedBefore && anchor_at === plannedBefore.at && anchor_id !== plannedBefore.id;
		return isEarlier || isSameInstant;
	});
	let ended = 0;
	for (const [from, rows] of groupBy(surplus, ({ state }) => state as FollowUpState)) {
		const ids = rows.map(({ id }) => id);
		ended += (await transitionAll(tx, ids, { from, to: 'ended', reason: why }, now)).length;
	}
	return ended;
}
