import type { Channel } from '../messaging/channel.ts';
import type { ConversationWithHistory } from '../messaging/conversation.ts';
import type { Contact } from '../messaging/messaging-event.ts';
import type { FollowUpState } from './lifecycle.ts';
import type { Reason } from './reasons/index.ts';
import type { StopKind } from './stop-kind.ts';

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
	category?: TemplateCategory;
	parameters: { name?: string; text: string }[];
	/** For a header with a variable, a file or a place. */
	header?: TemplateHeader;
	/** For buttons that need a value: the end of a link, what a reply carries, a code to copy. */
	buttons?: TemplateButton[];
}

export type TemplateHeader =
	| { type: 'text'; name?: string; text: string }
	| { type: 'image' | 'video' | 'document'; id?: string; link?: string; filename?: string }
	| { type: 'location'; latitude: number; longitude: number; name?: string; address?: string };

export interface TemplateButton {
	/** Its place among the template's buttons, from 0. */
	index: number;
	type: 'url' | 'quick_reply' | 'copy_code';
	text: string;
}

export type TemplateCategory = 'marketing' | 'utility' | 'authentication';

/** What Meta last said of a template of the account. */
export interface TemplateFact {
	name: string;
	language: string;
	/** Meta's word, e.g. APPROVED, PAUSED, REJECTED. */
	status: string;
	category?: TemplateCategory;
	/** Its body with the variables in place, e.g. "Hi {{1}}". */
	text?: string;
}

/** What goes to the customer: a free-form text inside the window, or an approved WhatsApp template. */
export type Content = { kind: 'text'; text: string } | { kind: 'template'; template: TemplateContent };

/** What the model cost and which frame it was asked with. */
export interface ModelUse {
	model: string;
	promptVersion: string;
	/** How often the model was asked; 0 when another follow-up was decided by the same call and holds the count. */
	calls?: number;
	/** This follow-up's share of the tokens of the call. */
	inputTokens?: number;
	outputTokens?: number;
	/** The checks that objected to a text the model wrote, also if it was mended. */
	objections?: string[];
}

/** What is to happen with a due follow-up, and why. */
export interface Decision extends Reason {
	action: 'send' | 'wait' | 'skip' | 'stop';
	followUpId: string;
	/** The stored follow-up this is about. */
	scheduledId: string;
	content?: Content;
	/** What goes instead if the window closes between the decision and the sending. */
	contentWhenClosed?: Content;
	/** With `wait`: when it is due again, ISO 8601 in UTC. */
	until?: string;
	/** The moment the model asked for, before it was brought into the allowed range. */
	proposedAt?: string;
	/** Fingerprint of what the model was asked about; while it is the same, a text that waits for its moment stands. */
	inputFingerprint?: string;
	/** With `stop`: why, as the model understood it. */
	stopKind?: StopKind;
	/** With `stop`: the customer asked to be left alone, which is recorded as an opt-out. */
	optOut?: true;
	/** 0 to 1, as the model put it. */
	confidence?: number;
	use?: ModelUse;
}

/** What a model said of a follow-up before it was due, along with an earlier one of the same silence. */
export interface Prefetched {
	/** Fingerprint of what it was asked about; once it is another, the model is asked again. */
	inputFingerprint: string;
	model: string;
	/** When the customer asked to be written to, as the model wrote it. */
	notBefore: string | null;
	own: {
		trigger: boolean;
		reason: string;
		confidence: number;
		sendAt: string | null;
		message: string | null;
	};
}

/** What is prefetched of one stored follow-up. */
export interface PrefetchedDecision {
	scheduledId: string;
	prefetched: Prefetched;
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
	/** `receiver`: the customer's own IDs, as Meta tells them; the number that was written to may be another writing. */
	| { outcome: 'accepted'; messageId: string; held?: boolean; receiver?: Contact }
	| { outcome: 'failed'; code?: number; subcode?: number; message: string }
	/** `needsAPerson`: it waits for a setting to be mended, which uses up none of its bounded attempts. */
	| { outcome: 'retry'; at: Date; code?: number; subcode?: number; message: string; needsAPerson?: boolean }
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
	/** What a model said of it before it was due. */
	prefetched?: Prefetched;
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
	facts: ConversationWithHistory;
}
