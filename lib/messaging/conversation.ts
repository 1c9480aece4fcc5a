import type { Channel } from './channel.ts';
import type { MessageMedia } from './media.ts';
import type { Contact } from './messaging-event.ts';

/**
 * Who wrote a message of the business side. `other_app`: an app that owned the thread then, such as Meta Business Agent;
 * `unknown`: Meta reported its status, nobody told us who sent it.
 */
export type BusinessAuthor = 'person' | 'application' | 'other_app' | 'follow_up' | 'unknown';

/** Nothing is sent for the account of the business: Meta restricts it, or a person paused it. */
export interface AccountPause {
	/** ISO 8601 in UTC. */
	since: string;
	/** ISO 8601 in UTC; missing: until a person resumes it. */
	until?: string;
	/** Meta's error code, if an error was the cause. */
	code?: number;
	reason: string;
	/** Only what is sent with this credential waits: its token is in trouble, and others may be good. */
	onlyFor?: string;
}

/** How a sentence about a pause goes on that is not for everybody. */
export function onlyFor({ onlyFor: credential }: AccountPause): string {
	return credential === undefined ? '' : ` with the credential "${credential}"`;
}

/** The clock that decides is not Meta's, as the deliveries of the account show. */
export interface ClockOff {
	/** How far it is ahead of Meta's, below zero behind. */
	ms: number;
	/** ISO 8601, by that same clock. */
	seenAt: string;
}

/** What is known of one conversation. All times are ISO 8601 in UTC. The window is computed from it, never stored. */
export interface Conversation {
	key: string;
	channel: Channel;
	account: string;
	contact: Contact;
	/** When the customer last wrote, tapped a button or called. */
	lastInboundAt?: string;
	lastInboundId?: string;
	/** The last customer action that Meta counts for the messaging window, and what it was. */
	windowOpenedAt?: string;
	windowOpenedBy?: string;
	/** When anybody on the business side last wrote. */
	lastOutboundAt?: string;
	lastOutboundBy?: BusinessAuthor;
	/** When a person (not an application) on the business side last wrote. */
	personWroteAt?: string;
	optedOutAt?: string;
	/** `customer`: in words or with a button; `business`: by hand; `model`: a model understood it so. */
	optedOutBy?: string;
	/** Why the model understood it so. */
	optedOutNote?: string;
	/** The customer stopped marketing messages, in WhatsApp or in so many words; other messages are still welcome. */
	marketingOptedOutAt?: string;
	/** `business`: by hand on the business side; `customer`: said or tapped in the chat; missing: by the customer, as Meta told. */
	marketingOptedOutBy?: string;
	/** When an opt-out was last lifted by hand, and the consent that a person wrote down. */
	optedInAt?: string;
	optedInNote?: string;
	pausedAt?: string;
	pausedUntil?: string;
	pauseReason?: string;
	/** Another app owns the thread since then (standby, Meta Business Agent). */
	ownedByOtherSince?: string;
	convertedAt?: string;
	/** Start of the conversation from an ad or a Page button; about price, not about permission. */
	freeEntryAt?: string;
	/** When the customer last gave a message of the business a reaction that can be an answer, such as 👍. */
	reactedAt?: string;
}

/**
 * What the rules need besides, and what only a look at other rows of the store tells. Every field has to be there: one that
 * nobody looked up would read like "never happened".
 */
export interface ConversationHistory {
	/** When follow-ups went out to this customer, oldest first; as far back as the cap can look, and since they last wrote. */
	followUpsSentAt: string[];
	/** The customer message after which the silence began that the last follow-up was sent in. */
	lastFollowUpAnchorId: string | undefined;
	/** When Meta last held back a marketing message to this customer. */
	marketingHeldBackAt: string | undefined;
	/** The account of the business is paused, or the token it is sent for with. */
	accountPause: AccountPause | undefined;
	/** Our clock does not fit what Meta delivers for the account. */
	clockOff: ClockOff | undefined;
}

/** A conversation with its past: what the rules are asked about. The store gives it by `conversation` and `claimDue`. */
export type ConversationWithHistory = Conversation & ConversationHistory;

/** A conversation of which nothing more can be known than is given here; what is not given counts as never happened. */
export function withGivenHistory(
	conversation: Conversation & Partial<ConversationHistory>,
): ConversationWithHistory {
	const { followUpsSentAt = [], lastFollowUpAnchorId, marketingHeldBackAt } = conversation;
	const { accountPause, clockOff } = conversation;
	return {
		...{ ...conversation, followUpsSentAt, lastFollowUpAnchorId, marketingHeldBackAt },
		...{ accountPause, clockOff },
	};
}

/** One message of a conversation as the rules and the model see it. */
export interface TranscriptMessage {
	id: string;
	at: string;
	from: 'customer' | 'business';
	by?: BusinessAuthor;
	/** `handover_note`: what another app told the business of the thread; the customer never saw it. */
	type: string;
	/** With `media` that was understood: what was said, as it was transcribed, or what a model saw. */
	text?: string;
	/** The ID of the message that it answers or reacts to. */
	replyTo?: string;
	/** Its voice note or picture, where such are to be understood. */
	media?: MessageMedia;
}
