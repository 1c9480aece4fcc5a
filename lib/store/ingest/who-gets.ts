import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { PlanBy } from '../chatbots/source.ts';
import type { Db } from '../database/db.ts';
import type { Dialect } from '../database/dialect.ts';
import type { NewStart } from '../queue/starts/keep.ts';
import { wantedStarts } from '../queue/starts/listeners.ts';
import { dropGiven, findUnanswered } from './drop-seen.ts';
import type { Listener } from './listener.ts';

/**
 * The events that start the workflow of a trigger which takes them from the store, each once for each trigger. What one got
 * through n8n's webhook it does not get here again, and the other way round.
 */
export async function startsOf(
	tx: Db,
	dialect: Dialect,
	events: MessagingEvent[],
	planBy: PlanBy,
	now: Date,
): Promise<Omit<NewStart, 'conversationId'>[]> {
	const starts: Omit<NewStart, 'conversationId'>[] = [];
	for (const { listener, includeRaw, wanted } of await wantedStarts(tx, events, planBy, now)) {
		const given = await dropGiven(tx, dialect, wanted, listener, now, { answeredAt: now });
		starts.push(...given.map((event) => ({ listener, includeRaw, event })));
	}
	return starts;
}

/** Of events, those that a listener gets now, and those whose run may never have begun. */
export async function toGive(
	tx: Db,
	dialect: Dialect,
	events: MessagingEvent[],
	{ id, wants, again }: Listener,
	now: Date,
): Promise<{ given: MessagingEvent[]; unanswered: MessagingEvent[] }> {
	const wanted = events.filter(wants);
	if (again) return { given: wanted, unanswered: [] };
	const given = await dropGiven(tx, dialect, wanted, id, now);
	const before = wanted.filter((event) => !given.includes(event));
	return { given, unanswered: before.length > 0 ? await findUnanswered(tx, dialect, before, id) : [] };
}

const WITHOUT: readonly MessagingEvent['kind'][] = ['comment', 'other', 'template', 'account'];

/** Whether an event is part of a conversation. The others come without one, whoever takes them in first. */
export function hasPlace({ kind, correction, unknownType, message }: MessagingEvent): boolean {
	if (unknownType) return message?.text !== undefined;
	return correction !== undefined || !WITHOUT.includes(kind);
}
