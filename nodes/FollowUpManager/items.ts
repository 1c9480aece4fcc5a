import {
	conversationItem,
	decisionItem,
	followUpItem,
	type ChangedConversation,
	type Contact,
	type Conversation,
	type FollowUpItem,
	type ConversationItem,
	type Reason,
	type ScheduledFollowUp,
	type ScheduledWithCustomer,
} from '../../lib/index.ts';

/** The conversation of a listed follow-up: enough to name it in the next node. */
export interface ConversationOfFollowUp {
	key: string;
	channel: string;
	account: string;
	contact: Contact;
}

/** A scheduled follow-up as the node gives it out, in the names that items have everywhere. */
export interface ScheduledItem {
	conversation: ConversationOfFollowUp;
	followUp: FollowUpItem;
	reason: Reason;
	/** When it was sent, or else ended. */
	at?: string;
	[more: string]: unknown;
}

const TIMES = [
	'createdAt',
	'updatedAt',
	'acceptedAt',
	'sentAt',
	'deliveredAt',
	'readAt',
	'repliedAt',
	'endedAt',
] as const;

/** A follow-up of a list, with its customer. */
export function scheduledItem(one: ScheduledWithCustomer): ScheduledItem {
	return { ...changedItem(one), conversation: { ...conversationOf(one), contact: one.customer } };
}

/** A follow-up after a change of it. */
export function changedItem(one: ScheduledFollowUp & { at?: string }): ScheduledItem {
	const { lease: _lease, ...withoutLease } = one;
	return {
		conversation: { ...conversationOf(one), contact: { id: one.contact } },
		followUp: followUpItem(withoutLease),
		reason: one.reason,
		...present({ at: one.at, content: one.content, error: one.error, decision: decisionOf(one) }),
		...present(Object.fromEntries(TIMES.map((name) => [name, one[name]]))),
	};
}

function conversationOf({ conversation, channel, account }: ScheduledFollowUp) {
	return { key: conversation, channel, account };
}

/** What was decided last, without the text, which stands in `content`. */
function decisionOf({ decision }: ScheduledFollowUp): object | undefined {
	if (!decision) return undefined;
	const { action, code, reason, confidence, until, use } = decisionItem(decision);
	return present({ action, code, reason, confidence, until, use });
}

function present(values: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** A conversation with its window as it is now. */
export function conversationJson(conversation: Conversation, now: Date): { conversation: ConversationItem } {
	return { conversation: conversationItem(conversation, now) };
}

/** What a change of a conversation did, with the conversation after it. */
export function changedConversationItem(
	{ conversation, ...done }: ChangedConversation,
	now: Date,
): { conversation: ConversationItem; changed: boolean; ended: number; moved: number; note?: string } {
	return { ...conversationJson(conversation, now), ...done };
}
