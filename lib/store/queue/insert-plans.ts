import { randomUUID } from 'node:crypto';
import { reason } from '../../follow-up/reasons/index.ts';
import { auditAll } from './audit.ts';
import type { Db } from '../database/db.ts';
import { fixedListQuery, places, type ItemsOf } from '../database/fixed-query.ts';
import { laneOf } from './claiming/lanes.ts';
import { keepForLater, type PlanToKeep } from './next-plan.ts';
import type { ScheduledRow } from '../database/schema.ts';
import { partsOf } from '../database/parts.ts';

/** Databases limit the parameters of a statement: 32,766 in SQLite, and a plan has some 20. */
const AT_ONCE = 500;

/** Stores plans; gives for each its row, or undefined when it was stored before or the follow-up is still live. */
export async function insertPlans(
	tx: Db,
	plans: readonly PlanToKeep[],
	now: Date,
): Promise<(ScheduledRow | undefined)[]> {
	const kept: (ScheduledRow | undefined)[] = [];
	for (const some of partsOf(plans, AT_ONCE)) {
		const values = some.map((one) => rowFor(one, now));
		const rows = await PLANS.all(tx, values, {});
		const steps = rows.map(({ id, due_at }) => {
			const detail = { dueAt: new Date(due_at).toISOString() };
			return { id, from: null, to: 'scheduled' as const, reason: reason('planned'), detail };
		});
		await auditAll(tx, steps, now);
		const byId = new Map(rows.map((row) => [row.id, row]));
		kept.push(...values.map(({ id }) => byId.get(id)));
		for (const [place, { id }] of values.entries())
			if (!byId.has(id)) await keepForLater(tx, some[place] as PlanToKeep);
	}
	return kept;
}

type PlanRow = ReturnType<typeof rowFor>;

const PLANS = fixedListQuery(
	(db, length, plan: ItemsOf<PlanRow>) =>
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
	{ mayRepeat: true },
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
		state: 'scheduled' as const,
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
