import { randomUUID } from 'node:crypto';
import { LIVE_STATES } from '../follow-up/lifecycle';
import { reason } from '../follow-up/reasons';
import type { PlannedFollowUp } from '../follow-up/types';
import { auditAll } from './audit';
import type { Db } from './db';
import { findConversationId, findScheduled, selectScheduled } from './find';
import { fixedListQuery, fixedQuery, places, type ItemsOf, type ValuesOf } from './fixed-query';
import { laneOf } from './lanes';
import { scheduledFrom, type ScheduledWithAddress } from './rows';
import type { ConversationRow, ScheduledRow } from './schema';
import type { ScheduleResult } from './store';
import { transitionAll } from './transition';

/** Stores planned follow-ups in one transaction. The unique indexes decide what is new, whoever else plans at that moment. */
export async function schedule(db: Db, planned: PlannedFollowUp[], now: Date): Promise<ScheduleResult> {
	return await db.transaction().execute(async (tx) => {
		const result: ScheduleResult = { scheduled: [], existing: [] };
		const conversations = await lockConversationsOf(tx, planned);
		const plans = planned.map((plan) => ({
			conversation: conversations.get(plan.conversation) as ConversationRow,
			plan,
		}));
		const kept = await keepPlans(tx, plans, now);
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
		if (id === undefined) {
			throw new Error(
				`There is no conversation "${conversation}" in the follow-up store, so nothing can be scheduled for it; conversations are recorded by the Meta Messaging Trigger`,
			);
		}
		ids.set(conversation, id);
	}
	const rows = new Map<number, ConversationRow>();
	for (const id of [...ids.values()].sort((a, b) => a - b))
		rows.set(id, (await LOCKED_BY_ID.first(tx, { id })) as ConversationRow);
	return new Map([...ids].map(([key, id]) => [key, rows.get(id) as ConversationRow]));
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
		const { last_inbound_at, last_inbound_id } = (plans[place] as (typeof plans)[number]).conversation;
		const overtaken = row && row.anchor_id !== last_inbound_id && row.anchor_at <= (last_inbound_at ?? 0);
		return overtaken ? [row.id] : [];
	});
	const step = { from: 'scheduled', to: 'ended', reason: reason('cancelled_reply') } as const;
	return new Set(await transitionAll(tx, ids, step, now));
}

/** A plan with the conversation it belongs to. */
export interface PlanToKeep {
	conversation: Pick<ConversationRow, 'id' | 'channel' | 'account'>;
	plan: PlannedFollowUp;
}

/** Databases limit the parameters of a statement: 32,766 in SQLite, and a plan has some 20. */
const AT_ONCE = 500;

/** Stores plans; gives for each its row, or undefined when it was stored before or the follow-up is still live. */
export async function keepPlans(
	tx: Db,
	plans: readonly PlanToKeep[],
	now: Date,
): Promise<(ScheduledRow | undefined)[]> {
	const kept: (ScheduledRow | undefined)[] = [];
	for (let start = 0; start < plans.length; start += AT_ONCE) {
		const values = plans.slice(start, start + AT_ONCE).map((one) => rowFor(one, now));
		const rows = await PLANS.all(tx, values, {});
		const steps = rows.map(({ id, due_at }) => {
			const detail = { dueAt: new Date(due_at).toISOString() };
			return { id, from: null, to: 'scheduled' as const, reason: reason('planned'), detail };
		});
		await auditAll(tx, steps, now);
		const byId = new Map(rows.map((row) => [row.id, row]));
		kept.push(...values.map(({ id }) => byId.get(id)));
	}
	return kept;
}

type PlanRow = ReturnType<typeof rowFor>;

const PLANS = fixedListQuery((db, length, plan: ItemsOf<PlanRow>) =>
	db
		.insertInto('scheduled_follow_ups')
		.values(
			places(
				length,
				(place) =>
					Object.fromEntries(PLAN_COLUMNS.map((name) => [name, plan(place, name)])) as unknown as PlanRow,
			),
		)
		.onConflict((conflict) => conflict.doNothing())
		.returningAll(),
);

const PLAN_COLUMNS = [
	...(['id', 'conversation_id', 'lane', 'chatbot', 'follow_up', 'name', 'colour'] as const),
	...(['state', 'reason_code', 'reason', 'reasons_json', 'attempts'] as const),
	...(['anchor_id', 'anchor_at', 'requested_at', 'allowed_at', 'due_at'] as const),
	...(['created_at', 'updated_at'] as const),
] satisfies (keyof PlanRow)[];

function rowFor({ conversation, plan }: PlanToKeep, now: Date) {
	const why = plan.reasons.at(-1) ?? reason('planned');
	return {
		id: randomUUID(),
		conversation_id: conversation.id,
		lane: laneOf(conversation),
		chatbot: plan.chatbot,
		follow_up: plan.followUpId,
		name: plan.name,
		colour: plan.colour ?? null,
		state: 'scheduled',
		reason_code: why.code,
		reason: why.sentence,
		anchor_id: plan.anchor.id,
		anchor_at: Date.parse(plan.anchor.at),
		requested_at: Date.parse(plan.requestedAt),
		allowed_at: Date.parse(plan.allowedAt),
		due_at: Date.parse(plan.dueAt),
		reasons_json: JSON.stringify(plan.reasons),
		attempts: 0,
		created_at: now.getTime(),
		updated_at: now.getTime(),
	};
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
		.where((where) =>
			where.or([
				where('scheduled.anchor_id', '=', plan.anchor.id),
				where('scheduled.state', 'in', [...LIVE_STATES]),
			]),
		)
		.orderBy('scheduled.created_at', 'desc')
		.executeTakeFirst();
}
