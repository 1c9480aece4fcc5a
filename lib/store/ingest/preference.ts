import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { UnitOfWork } from '../contacts/unit-of-work.ts';
import { withWish } from '../conversations/wish-facts.ts';

/** The customer stopped or resumed marketing messages at Meta. Resuming lifts that only, never an opt-out. */
export async function applyPreference(unit: UnitOfWork, event: MessagingEvent, now: Date): Promise<number> {
	const row = await unit.findOrMake(event, event.contact);
	const wish = event.preference?.value === 'stop' ? 'marketingAtMeta' : 'marketingResumedAtMeta';
	unit.change(row, withWish(row, wish, { at: Date.parse(event.at) }, now));
	return row.id;
}
