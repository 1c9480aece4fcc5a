import type { MessagingEvent } from '../../messaging/messaging-event.ts';

/** One of several that get the same deliveries, e.g. the triggers of two workflows: each gets every event once. */
export interface Listener {
	id: string;
	wants: (event: MessagingEvent) => boolean;
	/** Gives it events again that it was given before: for trying things out. */
	again?: boolean;
}
