import type { ReasonCode } from '../follow-up/reasons/index.ts';

/** A follow-up as statistics see it: how far it came, and what the conversation did after it. */
export interface Followed {
	conversation: number;
	chatbot: string;
	followUpId: string;
	/** Its counted moment, in ms. */
	at: number;
	state: string;
	reasonCode: ReasonCode;
	/** Accepted by Meta, whatever became of it later. */
	sent: boolean;
	/** Handed to Meta, whatever came of it. */
	handedOver: boolean;
	heldOut: boolean;
	delivered: boolean;
	read: boolean;
	/** How long after it the customer replied; missing without a reply to it in time. */
	replyMs?: number;
	/** When a reply comes too late to count: the reply time is over, or another follow-up went. */
	replyEnds: number;
	/** The conversation was marked as converted in time. */
	converted: boolean;
}

/** So many follow-ups in the same state of which nothing else is asked: they never went out. */
export interface CountedGroup extends Pick<Followed, 'chatbot' | 'followUpId' | 'state' | 'reasonCode'> {
	/** A moment of the same day as theirs, in every time zone. */
	at: number;
	count: number;
}
