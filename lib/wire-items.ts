import type {
	Content,
	Decision,
	DueFollowUp,
	PlannedFollowUp,
	ScheduledFollowUp,
} from './follow-up/types.ts';
import type { Reason } from './follow-up/reasons/index.ts';
import type { FollowUpState } from './follow-up/lifecycle.ts';
import {
	withGivenHistory,
	type Conversation,
	type ConversationHistory,
	type ConversationWithHistory,
} from './messaging/conversation.ts';
import type { MessagingEvent } from './messaging/messaging-event.ts';
import { messagingWindow, type MessagingWindow } from './messaging/window.ts';
import type { StaffEvent } from './store/queue/staff-events/types.ts';

/**
 * The JSON that travels between the nodes. Users' expressions depend on these names: they are the package's API, and a
 * test fails when they change.
 */
export interface ConversationItem extends Conversation, Partial<ConversationHistory> {
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
	/** Handed out in the editor to try a decision: nobody has taken it up, and nothing is kept of what is decided. */
	isTest?: true;
	messageId?: string;
}

/** From the Meta Messaging Trigger. */
export interface EventItem {
	event: MessagingEvent | Omit<MessagingEvent, 'raw'>;
	conversation?: ConversationItem;
}

/** A decision without its content, which stands beside it. */
export interface DecisionItem extends Omit<Decision, 'content' | 'sentence'> {
	/** The sentence of the reason. */
	reason: string;
}

/** From Follow-Up Evaluate to Follow-Up Schedule. */
export interface PlannedItem {
	conversation: ConversationItem;
	followUp: FollowUpItem;
	/** What Follow-Up Schedule stores. */
	plan?: PlannedFollowUp;
	decision?: DecisionItem;
}

/** From Follow-Up Due Trigger to Follow-Up Evaluate. */
export interface DueItem {
	conversation: ConversationItem;
	followUp: FollowUpItem;
}

/** From Follow-Up Due Trigger, output Staff. */
export interface StaffEventItem {
	staffEvent: Pick<StaffEvent, 'type' | 'chatbot' | 'since' | 'unanswered'> & {
		code: Reason['code'];
		/** The sentence of the reason. */
		reason: string;
	};
	conversation: ConversationItem;
}

/** From Follow-Up Evaluate to Meta Messaging. */
export interface SendItem extends DueItem {
	decision: DecisionItem;
	content: Content;
}

/** From Follow-Up Evaluate, outputs Ended and Hand Over. */
export interface EndedItem {
	conversation: ConversationItem;
	followUp: Pick<FollowUpItem, 'id' | 'name' | 'chatbot' | 'scheduledId'>;
	decision: Pick<DecisionItem, 'code' | 'reason' | 'stopKind'> & { action: 'skip' | 'stop' };
	/** In a dry run: what would have gone. */
	content?: Content;
}

/** An event with its conversation as items hold it, whichever way it came in. */
export function eventItem(
	{ event, conversation }: { event: MessagingEvent; conversation?: Conversation },
	{ includeRaw, now }: { includeRaw: boolean; now: Date },
): EventItem {
	const { raw, ...told } = event;
	return {
		event: includeRaw ? { ...told, raw } : told,
		...(conversation ? { conversation: conversationItem(conversation, now) } : {}),
	};
}

/** A conversation as items hold it. What never happened is left out. */
export function conversationItem(
	{ followUpsSentAt = [], ...conversation }: Conversation & Partial<ConversationHistory>,
	now: Date,
): ConversationItem {
	const known = Object.entries(conversation).filter(([, value]) => value !== undefined);
	return {
		...(Object.fromEntries(known) as typeof conversation),
		...(followUpsSentAt.length > 0 ? { followUpsSentAt } : {}),
		window: messagingWindow(conversation, now),
	};
}

/** The conversation that an item tells of, for one that the store does not know: its past is what stands there. */
export function conversationFromItem({
	window: _window,
	...told
}: ConversationItem): ConversationWithHistory {
	return withGivenHistory(told);
}

/** What the staff is told, as items hold it. */
export function staffEventItem(
	{ type, chatbot, since, unanswered, reason, conversation }: StaffEvent,
	now: Date,
): StaffEventItem {
	return {
		staffEvent: { type, chatbot, code: reason.code, reason: reason.sentence, since, unanswered },
		conversation: conversationItem(conversation, now),
	};
}

/** A decision as items hold it. */
export function decisionItem({ content: _content, sentence, ...decision }: Decision): DecisionItem {
	return { ...decision, reason: sentence };
}

/** Why a follow-up is not sent, where no decision was made about it. */
export function skippedItem({ code, sentence }: Reason): EndedItem['decision'] {
	return { action: 'skip', code, reason: sentence };
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
