import type { Conversation } from '../messaging/conversation.ts';
import { hasAiTiming } from './ai-timing.ts';
import type { Chatbot, FollowUpDefinition } from './definition.ts';
import type { Anchor } from './types.ts';

/** The customer message after which the present silence began. */
export function anchorOf(conversation: Conversation): Anchor | undefined {
	const { lastInboundId: id, lastInboundAt: at } = conversation;
	return id !== undefined && at !== undefined ? { id, at } : undefined;
}

/** When the silence began that a follow-up's delay counts from: the customer's last message, or the last of anyone. */
export function silenceBegan(followUp: FollowUpDefinition, conversation: Conversation, anchor: Anchor): Date {
	const customer = Date.parse(anchor.at);
	if (followUp.anchor !== 'anyone') return new Date(customer);
	const business = Date.parse(conversation.lastOutboundAt ?? '');
	return new Date(business > customer ? business : customer);
}

/** With AI timing the conversation is first looked at after a set silence; elsewhere the (fallback) delay counts. */
export function delayMsOf(
	chatbot: Chatbot,
	followUp: FollowUpDefinition,
	conversation: Pick<Conversation, 'channel'>,
): number {
	return hasAiTiming(followUp, conversation)
		? chatbot.settings.aiFirstLookMinutes * 60_000
		: followUp.delayMs;
}
