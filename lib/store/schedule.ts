import { randomUUID } from 'node:crypto';
import { LIVE_STATES } from '../follow-up/lifecycle';
import { reason } from '../follow-up/reasons';
import type { PlannedFollowUp, ScheduledFollowUp } from '../follow-up/types';
import type { Db } from './db';
import { findConversation, selectScheduled } from './find';
import { laneOf } from './lanes';
import { scheduledFrom } from './rows';
import type { ConversationRow, ScheduledRow } from './schema';
import type { ScheduleResult } from './store';
import { auditAll } from './transition';

/** Stores planned follow-ups in one transaction. The unique indexes decide what is new, whoever else plans at that moment. */
export async function schedule(db: Db, planned: PlannedFollowUp[], now: Date): Promise<ScheduleResult> {
	return await db.transaction().execute(async (tx) => {
		const result: ScheduleResult = { scheduled: [], existing: [] };
		const known = new Map<string, ConversationRow>();
		const plans: PlanToKeep[] = [];
		for (const plan of planned) {
			const conversation = known.get(plan.conversation) ?? (await findConversation(tx, plan.conversation));
			if (!conversation) {
				throw new Error(
					`There is no conversation "${plan.conversation}" in the follow-up store, so nothing can be scheduled for it; conversations are recorded by the Meta Messaging Trigger`,
				);
			}
			known.set(plan.conversation, conversation);
			plans.push({ conversation, plan });
		}
		for (const [place, row] of (await keepPlans(tx, plans, now)).entries()) {
			const { conversation, plan } = plans[place] as PlanToKeep & { conversation: ConversationRow };
			if (row) result.scheduled.push(scheduledFrom({ ...row, ...addressOf(conversation) }));
			else {
				const existing = await findExisting(tx, conversation.id, plan);
				if (existing) result.existing.push(existing);
			}
		}
		return result;
	});
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
		const rows = await tx
			.insertInto('scheduled_follow_ups')
			.values(values)
			.onConflict((conflict) => conflict.doNothing())
			.returningAll()
			.execute();
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

function addressOf({ channel, account, contact }: ConversationRow) {
	return { channel, account, contact };
}

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
): Promise<ScheduledFollowUp | undefined> {
	const row = await selectScheduled(tx)
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
	return row && scheduledFrom(row);
}
