import type { Channel } from './channel.ts';
import type { MediaFile } from './media.ts';

export const EVENT_KINDS = [
	'message',
	'postback',
	'reaction',
	'referral',
	'call',
	'echo',
	'status',
	'read',
	'preference',
	'identity',
	'template',
	'account',
	'standby',
	'handover',
	'comment',
	'history',
	'other',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/** The customer's side of a conversation. `id` is a BSUID (or wa_id where there is none), an IGSID or a PSID. */
export interface Contact {
	id: string;
	/** International number without plus sign, as Meta delivers it. */
	phone?: string;
	username?: string;
	name?: string;
	/** The ID the same person had before Meta gave them a new one. */
	previousId?: string;
	/** With `previousId`: all IDs and numbers they had before that the event names, the most stable one first. */
	previousIds?: string[];
}

/** By what an event is known when it comes again. A message and its echo share Meta's ID and are different events. */
export function eventKey({ channel, account, kind, id }: EventName): string {
	return `${channel}:${account}:${kind}:${id}`;
}

/** What names one event. */
export type EventName = Pick<MessagingEvent, 'channel' | 'account' | 'kind' | 'id'>;

/** The contact's ID of a status that names no customer: the message itself tells whose it is. */
export const UNNAMED = 'unknown';

export type MessageState = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

export interface EventMessage {
	id: string;
	/** Meta's own name of the type: text, image, button … */
	type: string;
	text?: string;
	/** What stands below the title of the row that was chosen from a list. */
	description?: string;
	/** What a tapped button carries. */
	payload?: string;
	/** ID of the message this one answers. */
	replyTo?: string;
	media?: object;
	/** A voice note, an audio file or a picture, in the same form on every channel. */
	file?: MediaFile;
	referral?: object;
}

export interface EventStatus {
	messageId: string;
	state: MessageState;
	/** Our own ID, echoed by WhatsApp (biz_opaque_callback_data). */
	callbackData?: string;
	errors?: { code: number; subcode?: number; message: string }[];
	pricing?: EventPricing;
}

/** What Meta says of a WhatsApp message's price; other fields of it pass through as they came. */
export interface EventPricing {
	type?: string;
	category?: string;
	billable?: boolean;
}

/** What a customer's device or eyes told of the business's messages: one of them, or all up to a moment. */
export interface EventReceipt {
	state: 'delivered' | 'read';
	messageId?: string;
	/** All messages sent up to then, ISO 8601 in UTC. */
	upTo?: string;
}

/** Another app got, gave back or asked for the thread. */
export interface EventHandover {
	action: 'pass' | 'take' | 'request';
	/** Who owns the thread now, by the ID of their app at Meta; with `request`, who would like to. */
	newOwner?: string;
	previousOwner?: string;
	/** WhatsApp names what the app is to the business, such as `ai_agent` or `escalation`; one of the two may be missing. */
	newRole?: string;
	previousRole?: string;
	/** What the other app noted with it (Meta's `metadata`). */
	note?: string;
	/** What was said in the thread so far, as the other app tells it: a summary, or message by message in lines. */
	context?: string;
}

/** An earlier message was changed or taken back by whoever wrote it. */
export interface EventCorrection {
	action: 'edit' | 'delete';
	messageId: string;
	/** With `edit`: what it says now. */
	text?: string;
}

/**
 * One normalised thing that came in from Meta. Account-wide events (template, account) have no customer:
 * they carry the account's own ID as contact and never make a conversation.
 */
export interface MessagingEvent {
	kind: EventKind;
	/** Equal for a redelivery of the same event, different for any other event. */
	id: string;
	channel: Channel;
	account: string;
	contact: Contact;
	/** The provider's time, ISO 8601 in UTC; never our time of arrival. */
	at: string;
	/** Whether Meta counts it as a customer action that opens or renews the messaging window. */
	opensWindow: boolean;
	message?: EventMessage;
	/**
	 * Of a type that is not known yet. It opens and plans nothing; with words in it, it ends what is planned, and a refusal in
	 * them is one.
	 */
	unknownType?: true;
	status?: EventStatus;
	/** Who on the business side wrote an echo: a person in Meta's apps, or an application. */
	echo?: { by: 'person' | 'application'; appId?: string };
	/** What a customer chose about marketing messages. */
	preference?: { category: string; value: 'stop' | 'resume' };
	receipt?: EventReceipt;
	handover?: EventHandover;
	correction?: EventCorrection;
	raw: object;
}
