import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import { breaksSilence } from '../contacts/customer-spoke.ts';
import type { Effects } from '../contacts/effects.ts';
import type { UnitOfWork } from '../contacts/unit-of-work.ts';
import type { ConversationRow } from '../database/schema.ts';
import type { Listener } from './listener.ts';

/** The conversations to plan for after a delivery. */
export interface Silences {
	/** The customer wrote: a silence may begin. */
	begun: ConversationRow[];
	/** Another app has heard the customer, or has lost the thread to us: what could not be planned for may be now. */
	goesOn: ConversationRow[];
}

/**
 * Events that tell who owns a thread start no workflow unless somebody listens to them; follow-ups are planned all the same,
 * by whoever listens to the customer's messages. Repetitions are among them: another trigger may have taken the event in, and
 * planning again finds what is planned.
 */
export function ownerNews(
	events: readonly MessagingEvent[],
	fresh: readonly MessagingEvent[],
	listener: Listener | undefined,
): MessagingEvent[] {
	const isNews = (event: MessagingEvent): boolean =>
		event.kind === 'standby' ||
		event.kind === 'handover' ||
		(event.kind === 'echo' && event.echo?.by === 'person' && fresh.includes(event));
	const wants = (event: MessagingEvent): boolean =>
		listener === undefined || listener.wants({ ...event, kind: 'message' });
	return events.filter((event) => isNews(event) && wants(event));
}

/** Whose silence begins or goes on. */
export function silencesOf(
	unit: UnitOfWork,
	given: readonly MessagingEvent[],
	news: readonly MessagingEvent[],
	idOf: (event: MessagingEvent) => number | undefined,
	{ handedBack }: Effects,
): Silences {
	const rowsOf = (some: readonly MessagingEvent[]): ConversationRow[] => {
		const ids = new Set(some.map(idOf));
		return unit.rows().filter(({ id }) => ids.has(id));
	};
	const begun = rowsOf(given.filter(breaksSilence));
	const isOurs = ({ owned_by_other_since }: ConversationRow): boolean => owned_by_other_since === null;
	const heard = rowsOf(news.filter(breaksSilence));
	const told = rowsOf(news.filter(({ kind }) => kind === 'handover')).filter(isOurs);
	const back = rowsOf(news.filter((event) => handedBack.has(idOf(event) ?? -1))).filter(isOurs);
	const goesOn = new Set([...heard, ...told, ...back]);
	return { begun, goesOn: [...goesOn].filter((row) => !begun.includes(row)) };
}
