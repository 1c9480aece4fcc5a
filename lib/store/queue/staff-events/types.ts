import type { Reason } from '../../../follow-up/reasons/index.ts';
import type { StaffEventType } from '../../../follow-up/staff-events.ts';
import type { Conversation } from '../../../messaging/conversation.ts';
import type { Now } from '../../database/now.ts';

export interface StaffEvent {
	type: StaffEventType;
	chatbot: string;
	conversation: Conversation;
	reason: Reason;
	/** `gave_up`: when the last follow-up went out; `customer_waiting`: since when they wait. ISO 8601 in UTC. */
	since: string;
	/** How many follow-ups the customer has not answered; with `customer_waiting`, how many messages of theirs nobody has. */
	unanswered: number;
	/** What it is handed out under; see `staffEventsTold`. */
	claim: StaffEventClaim;
}

export interface StaffEventClaim {
	conversationId: number;
	chatbot: string;
	type: StaffEventType;
	/** Which silence, or which wait, it is about. */
	silence: string;
}

export interface FindStaffEvents {
	type: StaffEventType;
	chatbot: string;
	/** `gave_up`: how long an answer to the last follow-up is waited for; `customer_waiting`: how long a customer may wait. */
	afterMs: number;
	/** What came to be after this was not looked at yet. */
	from: Date;
	now: Now;
}

/** One look for events of one type. */
export type Look = Omit<FindStaffEvents, 'type'>;

/** A customer with whom a person went on, and who waits for an answer. */
export interface WaitingCustomer {
	conversation: Conversation;
	/** ISO 8601 in UTC. */
	since: string;
}

export interface ClaimStaffEvents {
	chatbot: string;
	limit: number;
	/** Handed out for so long; what was not told by then is handed out again. */
	leaseMs: number;
	now: Now;
}
