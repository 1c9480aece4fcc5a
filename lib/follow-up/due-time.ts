import { CHANNEL_NAMES } from '../messaging/channel.ts';
import type { Conversation } from '../messaging/conversation.ts';
import { hasAiTiming } from './ai-timing.ts';
import type { Chatbot, FollowUpDefinition } from './definition.ts';
import { canUseTemplate } from './message-kind.ts';
import { reason, type Reason } from './reasons/index.ts';
import { delayMsOf, silenceBegan } from './silence.ts';
import type { Anchor } from './types.ts';
import { latestFreeForm } from './window-end.ts';

export { latestFreeForm } from './window-end.ts';

export interface RequestedAndAllowed {
	requestedAt: Date;
	allowedAt: Date;
	reasons: Reason[];
}

/**
 * When the business asked for a follow-up, and the nearest moment Meta allows. Beyond the window only a WhatsApp
 * template helps; everything else is brought back to the window's end minus the safety margin, never before now.
 */
export function requestedAndAllowed(
	chatbot: Chatbot,
	followUp: FollowUpDefinition,
	conversation: Conversation,
	anchor: Anchor,
	now: Date,
): RequestedAndAllowed {
	const reasons: Reason[] = [];
	if (followUp.timing === 'ai' && !hasAiTiming(followUp, conversation))
		reasons.push(reason('ai_timing_not_available'));

	const began = silenceBegan(followUp, conversation, anchor);
	const requestedAt = new Date(began.getTime() + delayMsOf(chatbot, followUp, conversation));
	let allowedAt = requestedAt;

	const latest = latestFreeForm(chatbot, conversation, now);
	if (latest && !canUseTemplate(followUp, conversation) && allowedAt > latest) {
		allowedAt = latest;
		reasons.push(
			reason(
				'clamped_to_window',
				`${CHANNEL_NAMES[conversation.channel]} allows messages for 24 hours after the customer's last one, so it was moved from ${requestedAt.toISOString()} to ${latest.toISOString()}`,
			),
		);
	}
	if (allowedAt < now) {
		allowedAt = now;
		reasons.push(reason('overdue'));
	}
	return { requestedAt, allowedAt, reasons };
}
