import type { FollowUpState } from '../../follow-up/lifecycle.ts';
import { CAP_DAYS_MAX } from '../../follow-up/catalogue/limits.ts';
import type { ConversationWithHistory } from '../../messaging/conversation.ts';
import type { Db } from '../database/db.ts';
import { fixedListQuery, places, type ItemsOf } from '../database/fixed-query.ts';
import { conversationFrom } from './rows.ts';
import type { ConversationRow } from '../database/schema.ts';
import { accountTroubles } from '../accounts/troubles.ts';
import type { Sender } from '../accounts/credential-pauses.ts';
import { refusalIs } from '../accounts/refusal.ts';
import { readError } from '../database/stored-json.ts';
import { WENT_OUT } from '../database/state-conditions.ts';

/** States in which a message is, or may be, with the customer. */
const WITH_CUSTOMER: readonly FollowUpState[] = [
	'sending',
	'accepted',
	'sent',
	'delivered',
	'read',
	'replied',
	'unknown',
];
const DAY_MS = 24 * 3_600_000;

/**
 * Conversations with what the rules need of their past: follow-ups that went out, and marketing that Meta held back.
 * @param sender who is to write to them; a pause of others is not in the way.
 */
export async function conversationsWithHistory(
	db: Db,
	rows: ConversationRow[],
	sender: Sender = {},
): Promise<ConversationWithHistory[]> {
	if (rows.length === 0) return [];
	const past = Map.groupBy(await PAST.all(db, rows, {}), ({ conversation_id }) => conversation_id);
	const troublesOf = await accountTroubles(db, sender);
	return rows.map((row) => {
		const own = past.get(row.id) ?? [];
		const newest = own[0]?.updated_at ?? 0;
		// As far back as the cap looks, and all that the customer has not answered since they last wrote.
		const since = Math.min(newest - CAP_DAYS_MAX * DAY_MS, row.last_inbound_at ?? Infinity);
		const sent = own
			.filter(({ state }) => state !== 'failed')
			.map(wentOutAt)
			.filter((at) => at > since)
			.sort((a, b) => a - b);
		const last = own.filter(({ state }) => state !== 'failed').sort((a, b) => wentOutAt(b) - wentOutAt(a))[0];
		const heldBack = own.find(({ error_json }) => refusalIs('held_back', row, readError(error_json)));
		const { pause, clockOff } = troublesOf(row);
		return {
			...conversationFrom(row),
			followUpsSentAt: sent.map(iso),
			lastFollowUpAnchorId: last?.anchor_id,
			marketingHeldBackAt: heldBack && iso(heldBack.updated_at),
			accountPause: pause,
			clockOff,
		};
	});
}

const PAST = fixedListQuery(
	(db, length, item: ItemsOf<{ id: number }>) =>
		db
			.selectFrom('scheduled_follow_ups')
			.select(['conversation_id', 'state', 'accepted_at', 'updated_at', 'error_json', 'anchor_id'])
			.where(
				'conversation_id',
				'in',
				places(length, (place) => item(place, 'id')),
			)
			.where(WENT_OUT)
			.where('state', 'in', [...WITH_CUSTOMER, 'failed'])
			.orderBy('updated_at', 'desc')
			.limit(length * MOST_PER_CONVERSATION),
	{ mayRepeat: true },
);

/** More than any cap allows in its longest period. */
const MOST_PER_CONVERSATION = 200;

function wentOutAt({ accepted_at, updated_at }: { accepted_at: number | null; updated_at: number }): number {
	return accepted_at ?? updated_at;
}

function iso(ms: number): string {
	return new Date(ms).toISOString();
}
