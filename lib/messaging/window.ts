import type { Conversation } from './conversation.ts';
import { CHANNEL_FACTS } from './channels/index.ts';

/** The time in which free-form messages may go to a customer. All null and closed if the customer never acted. */
export interface MessagingWindow {
	isOpen: boolean;
	/** ISO 8601 in UTC. */
	opensAt: string | null;
	/** ISO 8601 in UTC; at this instant it is closed. */
	closesAt: string | null;
	/** Milliseconds until it closes, 0 when closed. */
	remainingMs: number;
	/** The kind of customer action that opened it. */
	openedBy: string | null;
}

type WindowFacts = Pick<Conversation, 'channel' | 'windowOpenedAt' | 'windowOpenedBy'>;

const CLOSED: MessagingWindow = {
	isOpen: false,
	opensAt: null,
	closesAt: null,
	remainingMs: 0,
	openedBy: null,
};

/** Whether free-form messages may go to a customer at an instant. */
export function isWindowOpen(conversation: WindowFacts, at: Date): boolean {
	return windowClosesAt(conversation, at) !== undefined;
}

/** When the window closes that is open at an instant; undefined if none is. */
export function windowClosesAt(conversation: WindowFacts, at: Date): Date | undefined {
	const ends = endsOf(conversation, at);
	return ends && ends.closesAt > at.getTime() ? new Date(ends.closesAt) : undefined;
}

function endsOf(
	{ channel, windowOpenedAt }: WindowFacts,
	now: Date,
): { opensAt: number; closesAt: number } | undefined {
	const opened = Date.parse(windowOpenedAt ?? '');
	if (Number.isNaN(opened)) return undefined;
	// A provider time ahead of our clock must not make the window longer than Meta's.
	const opensAt = Math.min(opened, now.getTime());
	return { opensAt, closesAt: opensAt + CHANNEL_FACTS[channel].windowMs };
}

/** Computes the messaging window of a conversation at an instant. */
export function messagingWindow(conversation: WindowFacts, now: Date): MessagingWindow {
	const ends = endsOf(conversation, now);
	if (!ends) return { ...CLOSED };
	const { opensAt, closesAt } = ends;
	const remainingMs = Math.max(0, closesAt - now.getTime());
	return {
		isOpen: remainingMs > 0,
		opensAt: new Date(opensAt).toISOString(),
		closesAt: new Date(closesAt).toISOString(),
		remainingMs,
		openedBy: conversation.windowOpenedBy ?? null,
	};
}
