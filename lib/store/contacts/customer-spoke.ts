import { reason } from '../../follow-up/reasons.ts';
import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import { isOptOut } from '../../opt-out/index.ts';
import type { Db } from '../database/db.ts';
import type { ConversationRow } from '../database/schema.ts';
import { endLive } from '../queue/end-live.ts';
import { markReplied } from '../queue/replied.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import type { Effects } from './effects.ts';

/** The customer broke the silence: what was planned for it ends. */
export async function customerSpoke(
	tx: Db,
	unit: UnitOfWork,
	row: ConversationRow,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<void> {
	const at = Date.parse(event.at);
	// A reply that Meta delivers late, from before the last one we know, is history: it ends nothing and moves nothing.
	if (at >= (row.last_inbound_at ?? 0)) unit.change(row, { last_inbound_at: at, last_inbound_id: event.id });
	effects.cancelled += await endLive(tx, row.id, reason('cancelled_reply'), now, {
		plannedBefore: { at, id: event.id },
	});
	await markReplied(tx, row.id, at, now);
	const { text, payload } = event.message ?? {};
	if (isOptOut(text, effects.optOutWords) || isOptOut(payload, effects.optOutWords))
		await optOut(tx, unit, row, at, effects, now);
}

/** The customer asked for no more messages. */
export async function optOut(
	tx: Db,
	unit: UnitOfWork,
	row: ConversationRow,
	at: number,
	effects: Effects,
	now: Date,
): Promise<void> {
	unit.change(row, { opted_out_at: at, opted_out_by: 'customer' });
	effects.cancelled += await endLive(tx, row.id, reason('opted_out'), now);
}

/** Of calls only those count that the customer made or took: an attempt of the business breaks no silence. */
export function breaksSilence({ kind, opensWindow }: MessagingEvent): boolean {
	return kind === 'message' || kind === 'postback' || (kind === 'call' && opensWindow);
}
