import type { Conversation } from '../messaging/conversation';
import { HAS_TEMPLATES } from '../messaging/platform-limits';
import { messagingWindow } from '../messaging/window';
import { reason, type Reason } from './reasons';
import type { Content } from './types';

/**
 * The last question before the request to Meta, asked inside the transaction that marks the follow-up as being sent:
 * may this content go to this customer at this instant? Returns the reason if not. Stricter than the rules on purpose:
 * whatever changed since the decision (a reply, an opt-out, a pause) ends it.
 */
export function sendGate(facts: {
	conversation: Conversation;
	anchorId: string;
	content?: Content;
	now: Date;
}): Reason | undefined {
	const { conversation, anchorId, content, now } = facts;
	if (conversation.optedOutAt) return reason('opted_out');
	if (conversation.lastInboundId !== anchorId) return reason('cancelled_reply');
	if (conversation.ownedByOtherSince) return reason('owned_by_other_app');
	if (isPaused(conversation, now)) return reason('paused');
	if (messagingWindow(conversation, now).isOpen) return undefined;
	const isTemplate = content?.kind === 'template' && HAS_TEMPLATES[conversation.channel];
	return isTemplate ? undefined : reason('window_closed');
}

function isPaused({ pausedAt, pausedUntil }: Conversation, now: Date): boolean {
	return pausedAt !== undefined && (pausedUntil === undefined || Date.parse(pausedUntil) > now.getTime());
}
