import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import type { ConversationRow } from '../database/schema.ts';
import { breaksSilence, customerSpoke } from '../contacts/customer-spoke.ts';
import type { Effects } from '../contacts/effects.ts';
import { applyReaction } from '../contacts/reaction.ts';
import { messageOf } from '../contacts/messages-table.ts';
import type { UnitOfWork } from '../contacts/unit-of-work.ts';

/** Something the customer did, whoever owns the thread. Only what they wrote, tapped or called breaks the silence. */
export async function hearCustomer(
	tx: Db,
	unit: UnitOfWork,
	row: ConversationRow,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<void> {
	const at = Date.parse(event.at);
	if (event.message) {
		unit.heard.said(messageOf(event, row.id, 'in', 'customer', effects.keepsFiles));
		unit.gotMessage(row);
	}
	if (event.opensWindow && at > (row.window_opened_at ?? 0)) {
		unit.change(row, { window_opened_at: at, window_opened_by: actionOf(event) });
	}
	// Elsewhere a referral says where somebody came from, and no more.
	const isFreeEntry = CHANNEL_FACTS[event.channel].hasFreeEntry && event.message?.referral !== undefined;
	if (isFreeEntry && row.free_entry_at === null) unit.change(row, { free_entry_at: at });
	if (isReaction(event)) await applyReaction(tx, unit, row, event, effects, now);
	if (breaksSilence(event)) await customerSpoke(tx, unit, row, event, effects, now);
}

function isReaction({ kind, message }: MessagingEvent): boolean {
	return kind === 'reaction' || (kind === 'standby' && message?.type === 'reaction');
}

/** What the customer did; that another app owned the thread is nothing they did. */
function actionOf({ kind, message }: MessagingEvent): string {
	if (kind !== 'standby') return kind;
	return message?.type === 'postback' || message?.type === 'reaction' ? message.type : 'message';
}
