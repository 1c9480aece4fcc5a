import type { PlannedFollowUp } from '../../follow-up/types.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import type { ConversationRow } from '../database/schema.ts';
import { readPlan } from '../database/stored-json.ts';
import { SENDING } from '../database/state-conditions.ts';

/** A plan with the conversation it belongs to. */
export interface PlanToKeep {
	conversation: Pick<ConversationRow, 'id' | 'channel' | 'account' | 'last_inbound_id'>;
	plan: PlannedFollowUp;
}

interface Successor {
	conversation: number;
	chatbot: string;
	followUp: string;
	anchor: string;
	anchorAt: number;
	plan: string;
}

/**
 * A customer who writes while a follow-up is on its way to Meta begins a new silence, and its place is still taken. The plan
 * waits with the one that is being sent, the newest of them if there are several. Only for silences that a customer's
 * message began: the echo of the very message that is being sent must never plan it anew.
 */
export async function keepForLater(tx: Db, { conversation, plan }: PlanToKeep): Promise<void> {
	if (plan.anchor.id !== conversation.last_inbound_id) return;
	await KEEP_FOR_LATER.run(tx, {
		...{ conversation: conversation.id, chatbot: plan.chatbot, followUp: plan.followUpId },
		...{ anchor: plan.anchor.id, anchorAt: Date.parse(plan.anchor.at), plan: JSON.stringify(plan) },
	});
}

const KEEP_FOR_LATER = fixedQuery((db, value: ValuesOf<Successor>) =>
	db
		.updateTable('scheduled_follow_ups')
		.set({ next_plan_json: value('plan') })
		.where('conversation_id', '=', value('conversation'))
		.where('chatbot', '=', value('chatbot'))
		.where('follow_up', '=', value('followUp'))
		.where(SENDING)
		.where('anchor_id', '!=', value('anchor'))
		.where('anchor_at', '<=', value('anchorAt')),
);

/**
 * The plans that waited for follow-ups which are over now. One is left out when the customer has written again since: then
 * the silence it was made for never came.
 */
export async function takeNextPlans(tx: Db, ids: readonly string[]): Promise<PlanToKeep[]> {
	const plans: PlanToKeep[] = [];
	for (const id of ids) {
		const row = await NEXT_PLAN.first(tx, { id });
		if (!row?.next_plan_json) continue;
		await tx.updateTable('scheduled_follow_ups').set({ next_plan_json: null }).where('id', '=', id).execute();
		const plan = readPlan(row.next_plan_json);
		if (!plan) continue;
		const { conversation_id, channel, account, last_inbound_id } = row;
		if (plan.anchor.id === last_inbound_id)
			plans.push({ conversation: { id: conversation_id, channel, account, last_inbound_id }, plan });
	}
	return plans;
}

const NEXT_PLAN = fixedQuery((db, value: ValuesOf<{ id: string }>) =>
	db
		.selectFrom('scheduled_follow_ups as scheduled')
		.innerJoin('conversations as conversation', 'conversation.id', 'scheduled.conversation_id')
		.select(['scheduled.next_plan_json', 'scheduled.conversation_id'])
		.select(['conversation.channel', 'conversation.account', 'conversation.last_inbound_id'])
		.where('scheduled.id', '=', value('id')),
);
