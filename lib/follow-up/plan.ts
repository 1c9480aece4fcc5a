import type { ConversationWithHistory } from '../messaging/conversation.ts';
import type { Chatbot, FollowUpDefinition } from './definition.ts';
import { requestedAndAllowed } from './due-time.ts';
import { reason } from './reasons/index.ts';
import { askRules } from './rules/index.ts';
import { anchorOf } from './silence.ts';
import type { Ended, PlannedFollowUp, TemplateFact } from './types.ts';

export { anchorOf } from './silence.ts';

export interface Plan {
	planned: PlannedFollowUp[];
	ended: Ended[];
}

export interface PlanInput {
	chatbot: Chatbot;
	conversation: ConversationWithHistory;
	/** The templates of the account, as far as they are known. */
	templates?: readonly TemplateFact[];
	now: Date;
}

/**
 * Plans early, by rules only: which follow-ups could apply to the silence that begins with the customer's last message,
 * and when each is due. Everything that is not planned comes back with its reason.
 */
export function planFollowUps(input: PlanInput): Plan {
	const plan: Plan = { planned: [], ended: [] };
	for (const followUp of input.chatbot.followUps) {
		const result = planOne(input, followUp);
		if ('dueAt' in result) plan.planned.push(result);
		else plan.ended.push(result);
	}
	return plan;
}

function planOne(
	{ chatbot, conversation, templates, now }: PlanInput,
	followUp: FollowUpDefinition,
): PlannedFollowUp | Ended {
	const address = {
		conversation: conversation.key,
		chatbot: chatbot.id,
		followUpId: followUp.id,
		name: followUp.name,
	};
	const anchor = anchorOf(conversation);
	if (!anchor) return { ...address, reason: reason('no_customer_message') };

	const { requestedAt, allowedAt, reasons } = requestedAndAllowed(
		chatbot,
		followUp,
		conversation,
		anchor,
		now,
	);
	const result = askRules({
		...{ chatbot, followUp, conversation, anchor, templates },
		at: allowedAt,
		now,
		phase: 'plan',
	});
	if (result.kind === 'end') return { ...address, reason: result.reason };
	return {
		...address,
		...(followUp.colour ? { colour: followUp.colour } : {}),
		anchor,
		requestedAt: requestedAt.toISOString(),
		allowedAt: allowedAt.toISOString(),
		dueAt: result.at.toISOString(),
		reasons: [...reasons, ...result.reasons],
	};
}
