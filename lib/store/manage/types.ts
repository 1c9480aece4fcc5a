import type { FollowUpDefinition } from '../../follow-up/definition.ts';
import type { FollowUpState } from '../../follow-up/lifecycle.ts';
import type { Reason } from '../../follow-up/reasons/index.ts';
import type { ScheduledFollowUp } from '../../follow-up/types.ts';
import type { Channel } from '../../messaging/channel.ts';
import type { ConversationWithHistory } from '../../messaging/conversation.ts';
import type { Looks } from '../chatbots/due-trigger.ts';
import type { Contact } from '../../messaging/messaging-event.ts';

/** Which part of a list. */
export interface PageOptions {
	/** How many rows at most. */
	limit: number;
	/** The `next` of the page before: goes on right after it, whatever came or went meanwhile. */
	after?: string;
	/** How many rows to leave out, for pages with numbers; reading many pages is faster with `after`. */
	offset?: number;
}

/** One part of a list. */
export interface Page<T> {
	items: T[];
	/** How many there are on all pages, as counted for the first one. */
	total: number;
	/** What to give as `after` for the next page; missing on the last one. */
	next?: string;
}

/** A chatbot as Follow-Up Evaluate last registered it. */
export interface KnownChatbot extends Looks {
	id: string;
	/** What its workflow is called, if that is known. */
	name?: string;
	/** Its follow-ups are written on the dashboard. */
	keptHere: boolean;
	stopCondition: string;
	/** How many of its follow-ups may be active, and how many are. */
	activeLimit: number;
	active: number;
	followUps: number;
	activatedAt: string;
	updatedAt: string;
}

export interface FollowUpFilter {
	chatbot?: string;
	/** ID or name. */
	followUp?: string;
	colour?: string;
	platform?: Channel;
	active?: boolean;
	/** Also those that are not in the workflow any more. */
	withRemoved?: boolean;
}

/** A follow-up as it was last registered, with its switch and what is scheduled of it. */
export interface ManagedFollowUp {
	chatbot: string;
	id: string;
	name: string;
	colour?: string;
	/** Whether it is sent: the switch set here, or else the one in the workflow. */
	active: boolean;
	/** As the workflow has it. */
	activeInWorkflow: boolean;
	/** Set here; missing: as the workflow has it. */
	activeOverride?: boolean;
	position: number;
	/** How many are live: scheduled, being decided or on their way to Meta. */
	scheduled: number;
	/** Missing when what is stored of it cannot be read. */
	definition?: FollowUpDefinition;
	/** Why it is never sent: what is wrong with what is stored of it, or of the settings of its chatbot. */
	unreadable?: string;
	firstSeenAt: string;
	updatedAt: string;
	/** Since when it is missing from the workflow. */
	removedAt?: string;
}

export interface ScheduledFilter {
	/** ID of the scheduled follow-up. */
	ids?: string[];
	chatbot?: string;
	/** ID or name of the follow-up. */
	followUp?: string;
	colour?: string;
	platform?: Channel;
	account?: string;
	states?: FollowUpState[];
	reasonCode?: string;
	/** Only those that could not be brought to an end and may be sent again by hand. */
	deadLetters?: boolean;
	/** Key of one conversation. */
	conversation?: string;
	/** Part of the customer's name, user name, phone number or ID. */
	contact?: string;
	/** From this time on; of what is scheduled the due time counts, of the activity when it was sent or ended. */
	from?: Date;
	/** Before this time. */
	until?: Date;
}

/** A follow-up in the store, with the customer it is for. */
export interface ScheduledWithCustomer extends ScheduledFollowUp {
	customer: Contact;
	/** When it was sent, or else ended; missing while it is live. */
	at?: string;
}

export interface ConversationFilter {
	platform?: Channel;
	account?: string;
	/** Part of the customer's name, user name, phone number or ID. */
	contact?: string;
	status?: ConversationStatus;
	/** With a live follow-up of this chatbot. */
	chatbot?: string;
	/** The customer or the business wrote at or after this time. */
	from?: Date;
	/** … and before this. */
	until?: Date;
}

export const CONVERSATION_STATUSES = [
	'converted',
	'marketingOptedOut',
	'optedOut',
	'ownedByOther',
	'paused',
	'windowOpen',
] as const;

/** What a list of conversations can be narrowed to. */
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number];

/** A conversation in a list. */
export interface ListedConversation extends ConversationWithHistory {
	/** How many live follow-ups it has. */
	scheduled: number;
	/** The earliest of their due times. */
	nextDueAt?: string;
}

/** What switching a follow-up on or off did. */
export interface SwitchedFollowUp {
	chatbot: string;
	id: string;
	name: string;
	active: boolean;
	activeInWorkflow: boolean;
	activeOverride?: boolean;
	/** Whether it was the other way before. */
	changed: boolean;
	/** How many scheduled ones ended. */
	ended: number;
}

/** What a change of a scheduled follow-up did. */
export interface ChangedFollowUp {
	followUp: ScheduledFollowUp;
	/** What the rules have to say of the new time. */
	reasons: Reason[];
}

/** What a change of a conversation did. */
export interface ChangedConversation {
	conversation: ConversationWithHistory;
	/** False when it was so before. */
	changed: boolean;
	/** How many scheduled follow-ups ended by it. */
	ended: number;
	/** How many were put off by it. */
	moved: number;
	/** What the reader should know besides. */
	note?: string;
}
