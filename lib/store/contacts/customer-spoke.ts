import { reason } from '../../follow-up/reasons/index.ts';
import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import { optOutScope } from '../../opt-out/index.ts';
import { withWish } from '../conversations/wish-facts.ts';
import type { Db } from '../database/db.ts';
import type { ConversationRow } from '../database/schema.ts';
import { endLive } from '../queue/end-live.ts';
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
	unit.heard.broke({ conversationId: row.id, at, id: event.id });
	const { text, description, payload } = event.message ?? {};
	await noteRefusal(tx, unit, row, { said: [text, description, payload], at }, effects, now);
}

/** Honours a request for no more messages, or for no more advertising, in what the customer wrote or tapped. */
export async function noteRefusal(
	tx: Db,
	unit: UnitOfWork,
	row: ConversationRow,
	{ said, at }: { said: readonly (string | undefined)[]; at: number },
	effects: Effects,
	now: Date,
): Promise<void> {
	const scopes = said.map((text) => optOutScope(text, effects.optOutWords));
	if (scopes.includes('all')) {
		unit.change(row, withWish(row, 'allByCustomer', { at }, now));
		// Told late, it may have been taken back since: then it ends nothing.
		if (row.opted_out_at === null) return;
		await unit.heard.settle();
		effects.cancelled += await endLive(tx, row.id, reason('opted_out'), now);
	} else if (scopes.includes('marketing')) {
		// What is planned later is ended by the rules when it comes due, unless it is a template that is not marketing.
		unit.change(row, withWish(row, 'marketingByCustomer', { at }, now));
	}
}

/**
 * Of calls only those count that the customer made or took: an attempt of the business breaks no silence. What a customer
 * says to another app counts like what they say to us.
 */
export function breaksSilence({ kind, opensWindow, echo, message }: MessagingEvent): boolean {
	if (kind === 'standby') return !echo && message?.type !== 'reaction';
	return kind === 'message' || kind === 'postback' || (kind === 'call' && opensWindow);
}
