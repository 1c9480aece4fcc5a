import type { Conversation } from '../../../messaging/conversation.ts';
import type { MessagingEvent } from '../../../messaging/messaging-event.ts';
import type { WantedEvents } from '../../../messaging/wanted-events.ts';
import type { ChatbotSource } from '../../chatbots/source.ts';
import type { Now } from '../../database/now.ts';

/** A trigger that takes the events which start its workflow from the store. */
export interface StartListener {
	id: string;
	wants: WantedEvents;
	/** Whether what Meta sent is kept with the event. */
	includeRaw: boolean;
	/**
	 * Messages of customers start nothing as long as the store knows these in their version: they are planned for while they
	 * are recorded. Empty: they start the workflow.
	 */
	plannedBy: readonly ChatbotSource[];
	/** Voice notes and pictures start the workflow all the same, because it understands them. */
	hears?: boolean;
}

/** What a start is known by while it is handed out. */
export interface StartClaim {
	id: number;
	leaseToken: string;
}

/** An event that waited for its workflow and is handed out under a lease. */
export interface ClaimedStart extends StartClaim {
	/** The same whenever it is handed out, another for every other start: n8n starts one execution for it. */
	key: string;
	event: MessagingEvent;
	/** As it is now. */
	conversation?: Conversation;
	receivedAt: Date;
}

export interface ClaimStarts {
	listener: string;
	now: Now;
	/** How many at most. */
	limit: number;
	/** How long the claim holds, in ms; after that the event is handed out again. */
	leaseMs: number;
}

export interface ClaimedStarts {
	starts: ClaimedStart[];
	/** IDs of starts that were deleted because what is stored of them cannot be read. */
	unreadable: number[];
}
