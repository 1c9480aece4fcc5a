import { CLOCK_TOLERANCE_MS } from '../../messaging/clock-offset.ts';
import type { EventKind, MessagingEvent } from '../../messaging/messaging-event.ts';

const BY_CUSTOMER: readonly EventKind[] = ['message', 'postback', 'reaction', 'referral', 'call', 'standby'];

/**
 * Events as they are remembered: nothing that a customer did lies after now, and nothing else much after it. With a clock that
 * is behind Meta's, or a message with an odd time, the last customer action would lie in the future, and until then no reply
 * would be newer and no silence would begin; a window would stay open longer than Meta keeps it. What is given out has the time
 * that Meta told: `asTold`.
 */
export function notAheadOf(
	now: Date,
	told: MessagingEvent[],
): { events: MessagingEvent[]; asTold: (event: MessagingEvent) => MessagingEvent } {
	const latest = now.toISOString();
	const originals = new Map<MessagingEvent, MessagingEvent>();
	const events = told.map((event) => {
		const allowedMs = BY_CUSTOMER.includes(event.kind) ? 0 : CLOCK_TOLERANCE_MS;
		if (!(Date.parse(event.at) > now.getTime() + allowedMs)) return event;
		const dated = { ...event, at: latest };
		originals.set(dated, event);
		return dated;
	});
	return { events, asTold: (event) => originals.get(event) ?? event };
}
