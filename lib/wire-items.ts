import type {
	Content,
	Decision,
	DueFollowUp,
	PlannedFollowUp,
	ScheduledFollowUp,
} from './follow-up/types.ts';
import type { Reason } from './follow-up/reasons/index.ts';
import type { FollowUpState } from './follow-up/lifecycle.ts';
import type { Conversation } from './messaging/conversation.ts';
import type { MessagingEvent } from './messaging/messaging-event.ts';
import { messagingWindow, type MessagingWindow } from './messaging/window.ts';

/**
 * The JSON that travels between the nodes. Users' expressions depend on these names: they are the package's API, and a
 * test fails when they change.
 */
export interface ConversationItem extends Conversation {
	window: MessagingWindow;
}

export interface FollowUpItem {
	id: string;
	name: string;
	colour?: string;
	chatbot: string;
	/** When the business asked for it. */
	requestedAt: string;
	/** The nearest moment Meta allows. */
	allowedAt: string;
	/** When it is due. */
	dueAt: string;
	/** Why the three times differ. */
	reasons: Reason[];
	/** Present once it is in the store. */
	scheduledId?: string;
	state?: FollowUpState;
	attempts?: number;
	/** Present while a run has taken it up. */
	leaseToken?: string;
	messageId?: string;
}

/** From the Meta Messaging Trigger. */
export interface EventItem {
	event: MessagingEvent | Omit<MessagingEvent, 'raw'>;
	conversation?: ConversationItem;
}

/** From Follow-Up Evaluate to Follow-Up Schedule. */
export interface PlannedItem {
	conversation: ConversationItem;
	followUp: FollowUpItem;
	/** What Follow-Up Schedule stores. */
	plan?: PlannedFollowUp;
	decision?: Omit<Decision, 'content'>;
}

/** From Follow-Up Due Trigger to Follow-Up Evaluate. */
export interface DueItem {
	conversation: ConversationItem;
	followUp: FollowUpItem;
}

/** From Follow-Up Evaluate to Meta Messaging. */
export interface SendItem extends DueItem {
	decision: Omit<Decision, 'content'>;
	content: Content;
}

/** From Follow-Up Evaluate, output Ended. */
export interface EndedItem {
	conversation: ConversationItem;
	followUp: Pick<FollowUpItem, 'id' | 'name' | 'chatbot' | 'scheduledId'>;
	decision: { action: 'skip' | 'stop'; code: string; reason: string };
	/** In a dry run: what would have gone. */
	content?: Content;
}

export function conversationItem(conversation: Conversation, now: Date): ConversationItem {
	return { ...conversation, window: messagingWindow(conversation, now) };
}

/** A follow-up as it stands in the store, or as it was planned. */
export function followUpItem(followUp: PlannedFollowUp | ScheduledFollowUp | DueFollowUp): FollowUpItem {
	const { followUpId, name, colour, chatbot, requestedAt, allowedAt, dueAt, reasons } = followUp;
	const stored = 'id' in followUp ? followUp : undefined;
	return {
		id: followUpId,
		name,
		...(colour ? { colour } : {}),
		...{ chatbot, requestedAt, allowedAt, dueAt, reasons },
		...(stored ? { scheduledId: stored.id, state: stored.state, attempts: stored.attempts } : {}),
		...(stored?.lease ? { leaseToken: stored.lease.token } : {}),
		...(stored?.messageId ? { messageId: stored.messageId } : {}),
	};
}
