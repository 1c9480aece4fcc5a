import type { Conversation } from '../messaging/conversation';
import type { Chatbot, FollowUpDefinition } from './definition';
import { requestedAndAllowed } from './due-time';
import { reason } from './reasons';
import { askRules } from './rules';
import type { Anchor, Ended, PlannedFollowUp } from './types';

export interface Plan {
	planned: PlannedFollowUp[];
	ended: Ended[];
}

/**
 * Plans early, by rules only: which follow-ups could apply to the silence that begins with the customer's last message,
 * and when each is due. Everything that is not planned comes back with its reason.
 */
export function planFollowUps({
	chatbot,
	conversation,
	now,
}: {
	chatbot: Chatbot;
	conversation: Conversation;
	now: Date;
}): Plan {
	const plan: Plan = { planned: [], ended: [] };
	for (const followUp of chatbot.followUps) {
		const result = planOne(chatbot, followUp, conversation, now);
		if ('dueAt' in result) plan.planned.push(result);
		else plan.ended.push(result);
	}
	return plan;
}

function planOne(
	chatbot: Chatbot,
	followUp: FollowUpDefinition,
	conversation: Conversation,
	now: Date,
): PlannedFollowUp | Ended {
	const about = {
		conversation: conversation.key,
		chatbot: chatbot.id,
		followUpId: followUp.id,
		name: followUp.name,
	};
	const anchor = anchorOf(conversation);
	if (!anchor) return { ...about, reason: reason('no_customer_message') };

	const { requestedAt, allowedAt, reasons } = requestedAndAllowed(
		chatbot,
		followUp,
		conversation,
		anchor,
		now,
	);
	const result = askRules({ chatbot, followUp, conversation, anchor, at: allowedAt, phase: 'plan' });
	if (result.kind === 'end') return { ...about, reason: result.reason };
	return {
		...about,
		...(followUp.colour ? { colour: followUp.colour } : {}),
		anchor,
		requestedAt: requestedAt.toISOString(),
		allowedAt: allowedAt.toISOString(),
		dueAt: result.at.toISOString(),
		reasons: [...reasons, ...result.reasons],
	};
}

/** The customer message after which the present silence began. */
export function anchorOf(conversation: Conversation): Anchor | undefined {
	const { lastInboundId: id, lastInboundAt: at } = conversation;
	return id !== undefined && at !== undefined ? { id, at } : undefined;
}
