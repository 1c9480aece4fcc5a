import { sql } from 'kysely';
import { givenUp } from '../../../follow-up/staff-events.ts';
import { storedChatbot } from '../../chatbots/stored-chatbot.ts';
import type { Db } from '../../database/db.ts';
import { partsOf } from '../../database/parts.ts';
import type { ConversationRow, ScheduledRow } from '../../database/schema.ts';
import type { Look } from './types.ts';

/** So many silences are looked at in one go; the rest comes with the next look. */
const AT_ONCE = 300;

/** The index of migration 0006 is over this very expression. */
const MOMENT = sql<number>`coalesce(scheduled.accepted_at, scheduled.ended_at, scheduled.due_at)`;

/**
 * Notes for which silences of a chatbot the staff is to be told that the customer was given up. Looked at are those in
 * which a follow-up went out or ended in a stretch of time that begins with `from`.
 * @returns where the next look begins.
 */
export async function findGivenUp(db: Db, options: Look): Promise<Date> {
	const { chatbot, afterMs, from, now } = options;
	const to = now.getTime() - afterMs;
	const touched = await db
		.selectFrom('scheduled_follow_ups as scheduled')
		.innerJoin('conversations as conversation', (join) =>
			join
				.onRef('conversation.id', '=', 'scheduled.conversation_id')
				// Who has written since is in another silence.
				.onRef('conversation.last_inbound_id', '=', 'scheduled.anchor_id'),
		)
		.select(['scheduled.conversation_id', MOMENT.as('moment')])
		.where(MOMENT, '>', from.getTime())
		.where(MOMENT, '<=', to)
		.where('scheduled.chatbot', '=', chatbot)
		.where('scheduled.state', 'not in', ['scheduled', 'claimed', 'sending'])
		.orderBy(MOMENT)
		.limit(AT_ONCE)
		.execute();
	if (touched.length > 0) {
		const maxUnanswered = (await storedChatbot(db, chatbot))?.settings.maxUnanswered ?? 0;
		const ids = [...new Set(touched.map(({ conversation_id }) => conversation_id))];
		for (const some of partsOf(ids)) await noteGivenUp(db, some, { ...options, maxUnanswered });
	}
	// Of several at one moment the last may have been left out.
	const last = touched.at(-1)?.moment;
	return new Date(
		touched.length === AT_ONCE && last !== undefined ? Number(last) - 1 : Math.max(to, from.getTime()),
	);
}

async function noteGivenUp(
	db: Db,
	ids: readonly number[],
	{ chatbot, afterMs, maxUnanswered, now }: Look & { maxUnanswered: number },
): Promise<void> {
	const conversations = await db.selectFrom('conversations').selectAll().where('id', 'in', ids).execute();
	const followUps = await db
		.selectFrom('scheduled_follow_ups')
		.select(['conversation_id', 'chatbot', 'state', 'reason_code', 'anchor_id', 'accepted_at', 'updated_at'])
		.where('conversation_id', 'in', ids)
		.execute();
	const byConversation = Map.groupBy(followUps, ({ conversation_id }) => conversation_id);
	const found = conversations.flatMap((row) => {
		if (isSettled(row)) return [];
		const ofSilence = (byConversation.get(row.id) ?? []).filter(
			({ anchor_id }) => anchor_id === row.last_inbound_id,
		);
		const given = givenUp({
			...{ chatbot, maxUnanswered, patienceMs: afterMs, now },
			followUps: ofSilence.map((one) => ({
				...{ chatbot: one.chatbot, state: one.state, reasonCode: one.reason_code, sentAt: sentAt(one) },
			})),
		});
		if (!given || row.last_inbound_id === null) return [];
		const { code, since, unanswered } = given;
		return [
			{
				...{ conversation_id: row.id, chatbot, type: 'gave_up' as const, silence: row.last_inbound_id },
				...{ reason_code: code, since: since.getTime(), unanswered },
				...{ found_at: now.getTime(), handed_until: null, told_at: null },
			},
		];
	});
	if (found.length > 0)
		await db
			.insertInto('staff_events')
			.values(found)
			.onConflict((conflict) =>
				conflict.columns(['conversation_id', 'chatbot', 'type', 'silence']).doNothing(),
			)
			.execute();
}

/** The customer answered in another way than by writing, wants to be left alone, or is with a person. */
export function isSettled(row: ConversationRow): boolean {
	const since = row.last_inbound_at ?? 0;
	return (
		row.opted_out_at !== null ||
		[row.converted_at, row.reacted_at, row.paused_at].some((at) => at !== null && at >= since)
	);
}

/** Where Meta's answer was lost, it is taken for sent, as the rules take it. */
function sentAt({
	accepted_at,
	updated_at,
	state,
}: Pick<ScheduledRow, 'accepted_at' | 'updated_at' | 'state'>) {
	return accepted_at ?? (state === 'unknown' ? updated_at : null);
}
