import { RefusedError } from '../../messaging/refused-error.ts';
import { reason } from '../../follow-up/reasons/index.ts';
import type { PlannedFollowUp } from '../../follow-up/types.ts';
import type { Db } from '../database/db.ts';
import { findConversationId } from '../conversations/find.ts';
import { findScheduled, selectScheduled } from './find-scheduled.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import { insertPlans } from './insert-plans.ts';
import { isOvertaken } from './overtaken.ts';
import { scheduledFrom } from './scheduled-row.ts';
import { type ScheduledWithAddress } from './scheduled-row.ts';
import type { ConversationRow, ScheduledRow } from '../database/schema.ts';
import type { ScheduleResult } from './types.ts';
import { LIVE } from '../database/state-conditions.ts';
import { transitionAll } from './transition.ts';

/** Stores planned follow-ups in one transaction. The unique indexes decide what is new, whoever else plans at that moment. */
export async function schedule(db: Db, planned: PlannedFollowUp[], now: Date): Promise<ScheduleResult> {
	return await db.transaction().execute(async (tx) => {
		const result: ScheduleResult = { scheduled: [], existing: [] };
		const conversations = await lockConversationsOf(tx, planned);
		const plans = planned.map((plan) => ({
			conversation: conversations.get(plan.conversation) as ConversationRow,
			plan,
		}));
		const kept = await insertPlans(tx, plans, now);
		const ended = await endOvertaken(tx, plans, kept, now);
		for (const [place, { conversation, plan }] of plans.entries()) {
			const row = kept[place];
			if (!row) {
				const existing = await findExisting(tx, conversation.id, plan);
				if (existing) result.existing.push(scheduledFrom(existing));
			} else {
				const stored = ended.has(row.id) ? await findScheduled(tx, row.id) : undefined;
				const { channel, account, contact } = conversation;
				result.scheduled.push(scheduledFrom(stored ?? { ...row, channel, account, contact }));
			}
		}
		return result;
	});
}

/** Nobody else takes in a message of these customers until the plans are stored; always locked in the same order. */
async function lockConversationsOf(
	tx: Db,
	planned: readonly PlannedFollowUp[],
): Promise<Map<string, ConversationRow>> {
	const ids = new Map<string, number>();
	for (const { conversation } of planned) {
		const id = ids.get(conversation) ?? (await findConversationId(tx, conversation));
		if (id === undefined) throw noSuchConversation(conversation);
		ids.set(conversation, id);
	}
	const rows = new Map<string, ConversationRow>();
	for (const [key, id] of [...ids].sort(([, a], [, b]) => a - b)) {
		const row = await LOCKED_BY_ID.first(tx, { id });
		// Deleted in this very moment.
		if (!row) throw noSuchConversation(key);
		rows.set(key, row);
	}
	return rows;
}

function noSuchConversation(conversation: string): RefusedError {
	return new RefusedError(
		`There is no conversation "${conversation}" in the follow-up store, so nothing can be scheduled for it`,
		'Conversations are recorded by the Meta Messaging Trigger. Also check that Store is the same in all nodes.',
	);
}

const LOCKED_BY_ID = fixedQuery((db, value: ValuesOf<{ id: number }>) =>
	db.selectFrom('conversations').selectAll().where('id', '=', value('id')).forNoKeyUpdate(),
);

/**
 * Between planning and storing the customer may have written again, and that message found nothing to cancel. A plan that it
 * has overtaken would keep the one place of its follow-up until it is due, and nothing could be planned for the new silence.
 * Gives the IDs of those that were ended.
 */
async function endOvertaken(
	tx: Db,
	plans: readonly { conversation: ConversationRow; plan: PlannedFollowUp }[],
	kept: readonly (ScheduledRow | undefined)[],
	now: Date,
): Promise<Set<string>> {
	const ids = kept.flatMap((row, place) => {
		const { conversation } = plans[place] as (typeof plans)[number];
		return row && isOvertaken(row, conversation) ? [row.id] : [];
	});
	const step = { from: 'scheduled', to: 'ended', reason: reason('cancelled_reply') } as const;
	return new Set(await transitionAll(tx, ids, step, now));
}

async function findExisting(
	tx: Db,
	conversationId: number,
	plan: PlannedFollowUp,
): Promise<ScheduledWithAddress | undefined> {
	return await selectScheduled(tx)
		.where('scheduled.conversation_id', '=', conversationId)
		.where('scheduled.chatbot', '=', plan.chatbot)
		.where('scheduled.follow_up', '=', plan.followUpId)
		.where((where) => where.or([where('scheduled.anchor_id', '=', plan.anchor.id), LIVE]))
		.orderBy('scheduled.created_at', 'desc')
		.executeTakeFirst();
}
