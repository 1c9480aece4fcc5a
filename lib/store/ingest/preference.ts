import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { UnitOfWork } from '../contacts/unit-of-work.ts';

/** The customer stopped or resumed marketing messages in WhatsApp. Resuming lifts that only, never an opt-out. */
export async function applyPreference(unit: UnitOfWork, event: MessagingEvent): Promise<number> {
	const row = await unit.findOrMake(event, event.contact);
	const at = Date.parse(event.at);
	const isStop = event.preference?.value === 'stop';
	// Delivered late, a "resume" from before the "stop" lifts nothing.
	if (!isStop && at < (row.marketing_opted_out_at ?? 0)) return row.id;
	unit.change(row, { marketing_opted_out_at: isStop ? at : null, marketing_opted_out_by: null });
	return row.id;
}
