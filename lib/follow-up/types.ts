import type { Channel } from '../messaging/channel';
import type { Conversation } from '../messaging/conversation';
import type { FollowUpState } from './lifecycle';
import type { Reason, ReasonCode } from './reasons';

/** The customer message after which the silence began. */
export interface Anchor {
	id: string;
	/** ISO 8601 in UTC. */
	at: string;
}

/** When a follow-up was asked for, what Meta allows, and when it is due; with the reasons between them. */
export interface FollowUpTimes {
	requestedAt: string;
	allowedAt: string;
	dueAt: string;
	reasons: Reason[];
}

/** A follow-up planned for one conversation, before it is stored. */
export interface PlannedFollowUp extends FollowUpTimes {
	conversation: string;
	chatbot: string;
	followUpId: string;
	name: string;
	colour?: string;
	anchor: Anchor;
}

export interface TemplateContent {
	name: string;
	language: string;
	parameters: { name?: string; text: string }[];
}

/** What goes to the customer: a free-form text inside the window, or an approved WhatsApp template. */
export type Content = { kind: 'text'; text: string } | { kind: 'template'; template: TemplateContent };

/** What the model cost and which frame it was asked with. */
export interface ModelUse {
	model: string;
	promptVersion: string;
	inputTokens?: number;
	outputTokens?: number;
}

/** What is to happen with a due follow-up, and why. */
export interface Decision {
	action: 'send' | 'wait' | 'skip' | 'stop';
	code: ReasonCode;
	reason: string;
	followUpId: string;
	/** The stored follow-up this is about. */
	scheduledId: string;
	content?: Content;
	/** With `wait`: when it is due again, ISO 8601 in UTC. */
	until?: string;
	/** The moment the model asked for, before it was brought into the allowed range. */
	proposedAt?: string;
	/** 0 to 1, as the model put it. */
	confidence?: number;
	use?: ModelUse;
}

/** A follow-up that will not be sent, and why. */
export interface Ended {
	conversation: string;
	chatbot: string;
	followUpId: string;
	name: string;
	reason: Reason;
}

/** What became of a message handed to Meta. */
export type SendResult =
	| { outcome: 'accepted'; messageId: string; held?: boolean }
	| { outcome: 'failed'; code?: number; subcode?: number; message: string }
	| { outcome: 'retry'; at: Date; code?: number; message: string }
	| { outcome: 'unknown'; message: string };

/** A follow-up in the store. */
export interface ScheduledFollowUp extends PlannedFollowUp {
	id: string;
	channel: Channel;
	account: string;
	contact: string;
	state: FollowUpState;
	/** Why it is in this state. */
	reason: Reason;
	attempts: number;
	lease?: { token: string; until: string };
	content?: Content;
	decision?: Decision;
	messageId?: string;
	error?: { code?: number; subcode?: number; message: string };
	createdAt: string;
	updatedAt: string;
	acceptedAt?: string;
	sentAt?: string;
	deliveredAt?: string;
	readAt?: string;
	repliedAt?: string;
	endedAt?: string;
}

/** A claimed follow-up with the conversation as it is at that moment. */
export interface DueFollowUp extends ScheduledFollowUp {
	lease: { token: string; until: string };
	facts: Conversation;
}
