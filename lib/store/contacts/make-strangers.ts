import type { EventKind, MessagingEvent } from '../../messaging/messaging-event.ts';
import { aliasKey, everyAliasOf, previousIdsOf } from './aliases.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Of whoever does or gets one of these there is a conversation afterwards. */
const MAKE: readonly EventKind[] = ['message', 'postback', 'call', 'reaction', 'referral', 'echo', 'standby'];

/**
 * Makes the conversations of customers that are not known yet, always in the same order. What does not exist cannot be
 * locked: two deliveries that name the same new customers in different orders would each have made one that the other waits
 * for. Whoever comes second finds them made, and its transaction is done again.
 */
export async function makeStrangers(unit: UnitOfWork, events: readonly MessagingEvent[]): Promise<void> {
	const strangers = new Map<string, MessagingEvent>();
	const namedBy = new Map<string, string>();
	const namedTwice = new Set<string>();
	for (const event of events) {
		const { kind, contact } = event;
		if (!MAKE.includes(kind) || previousIdsOf(contact).length > 0) continue;
		if ((await unit.findAll(event, contact)).length > 0) continue;
		const key = aliasKey(event, contact.id);
		if (!strangers.has(key)) strangers.set(key, event);
		for (const alias of everyAliasOf(event, contact)) {
			const other = namedBy.get(aliasKey(event, alias)) ?? key;
			// Whose the number is depends on which is told first.
			if (other !== key) namedTwice.add(other).add(key);
			namedBy.set(aliasKey(event, alias), key);
		}
	}
	const inOrder = [...strangers].sort(([a], [b]) => (a < b ? -1 : 1));
	for (const [key, event] of inOrder) if (!namedTwice.has(key)) await unit.findOrMake(event, event.contact);
}
