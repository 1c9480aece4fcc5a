import { CHANNEL_NAMES } from '../messaging/channel';
import type { Conversation } from '../messaging/conversation';
import { HAS_TEMPLATES } from '../messaging/platform-limits';
import { messagingWindow } from '../messaging/window';
import type { Chatbot, FollowUpDefinition } from './definition';
import { reason, type Reason } from './reasons';
import type { Anchor } from './types';

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
	if (followUp.timing === 'ai' && conversation.channel !== 'whatsapp')
		reasons.push(reason('ai_timing_not_available'));

	const requestedAt = new Date(Date.parse(anchor.at) + delayMs(chatbot, followUp, conversation));
	let allowedAt = requestedAt;

	const latest = latestFreeForm(chatbot, conversation, now);
	const templateHelps = HAS_TEMPLATES[conversation.channel] && followUp.template !== undefined;
	if (latest && !templateHelps && allowedAt > latest) {
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

/** The last moment for a free-form message, or undefined when the window is closed already. */
export function latestFreeForm(chatbot: Chatbot, conversation: Conversation, now: Date): Date | undefined {
	const window = messagingWindow(conversation, now);
	if (!window.isOpen || window.closesAt === null) return undefined;
	return new Date(Date.parse(window.closesAt) - chatbot.settings.safetyMarginMinutes * 60_000);
}

/** With AI timing the conversation is first looked at after a set silence; elsewhere the (fallback) delay counts. */
function delayMs(chatbot: Chatbot, followUp: FollowUpDefinition, { channel }: Conversation): number {
	const aiChooses = followUp.timing === 'ai' && channel === 'whatsapp';
	return aiChooses ? chatbot.settings.aiFirstLookMinutes * 60_000 : followUp.delayMs;
}
