import { isLive } from '../../follow-up/lifecycle.ts';
import { reason } from '../../follow-up/reasons/index.ts';
import type { Db } from '../database/db.ts';
import type { ConversationChanges, ConversationRow } from '../database/schema.ts';
import { endLive } from '../queue/end-live.ts';
import { markReplied } from '../queue/replied.ts';
import { transition } from '../queue/transition.ts';
import { joinedOwner } from '../conversations/owner-facts.ts';
import { joinedWishes } from '../conversations/wish-facts.ts';
import { latest, longerPause } from './moved-number.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * Two conversations are one person's: one takes over what the other has, and nobody is forgotten or asked twice. Both are
 * locked. What was planned for a silence that the customer broke in the other conversation, or forbade there, ends.
 */
export async function merge(
	tx: Db,
	unit: UnitOfWork,
	from: ConversationRow,
	into: ConversationRow,
	now: Date,
): Promise<void> {
	await unit.heard.settle();
	const spoke = (from.last_inbound_at ?? 0) > (into.last_inbound_at ?? 0) ? from : into;
	await endOvertaken(tx, [from, into], spoke, now);
	await endWhatIsPlannedTwice(tx, from.id, into.id, now);
	await tx
		.deleteFrom('conversions')
		.where('conversation_id', '=', from.id)
		.where(
			'reference',
			'in',
			tx.selectFrom('conversions').select('reference').where('conversation_id', '=', into.id),
		)
		.execute();
	await dropMessagesTwice(tx, from.id, into.id);
	// Told or not, they are found anew for the one conversation there is now.
	await tx.deleteFrom('staff_events').where('conversation_id', '=', from.id).execute();
	for (const table of [
		'messages',
		'scheduled_follow_ups',
		'contact_aliases',
		'conversions',
		'sent_items',
		'message_costs',
		'waiting_starts',
	] as const) {
		await tx
			.updateTable(table)
			.set({ conversation_id: into.id })
			.where('conversation_id', '=', from.id)
			.execute();
	}
	const later = (column: 'window_opened_at' | 'last_outbound_at') =>
		(from[column] ?? 0) > (into[column] ?? 0) ? from : into;
	const changes: ConversationChanges = {
		last_inbound_at: spoke.last_inbound_at,
		last_inbound_id: spoke.last_inbound_id,
		window_opened_at: later('window_opened_at').window_opened_at,
		window_opened_by: later('window_opened_at').window_opened_by,
		last_outbound_at: later('last_outbound_at').last_outbound_at,
		last_outbound_by: later('last_outbound_at').last_outbound_by,
		person_wrote_at: latest(from.person_wrote_at, into.person_wrote_at),
		...joinedWishes(into, from),
		...longerPause(into, from),
		...joinedOwner(into, from),
		free_entry_at: latest(into.free_entry_at, from.free_entry_at),
		converted_at: latest(into.converted_at, from.converted_at),
		reacted_at: latest(from.reacted_at, into.reacted_at),
		owner_since: latest(from.owner_since, into.owner_since),
	};
	unit.forget(from, into);
	await tx.deleteFrom('conversations').where('id', '=', from.id).execute();
	unit.change(into, changes);
	if (into.opted_out_at !== null) await endLive(tx, into.id, reason('opted_out'), now);
	if (into.last_inbound_at !== null) await markReplied(tx, into.id, into.last_inbound_at, now);
}

/** A status may have told of a message in one of them before the other one knew what it said. */
async function dropMessagesTwice(tx: Db, fromId: number, intoId: number): Promise<void> {
	const idsIn = (conversation: number) =>
		tx.selectFrom('messages').select('message_id').where('conversation_id', '=', conversation);
	await tx
		.deleteFrom('messages')
		.where('conversation_id', '=', intoId)
		.where('author', '=', 'unknown')
		.where('message_id', 'in', idsIn(fromId))
		.execute();
	await tx
		.deleteFrom('messages')
		.where('conversation_id', '=', fromId)
		.where('message_id', 'in', idsIn(intoId))
		.execute();
}

/** In the other conversation nobody knew that the customer had written since. */
async function endOvertaken(
	tx: Db,
	rows: readonly ConversationRow[],
	{ last_inbound_at: at, last_inbound_id: id }: ConversationRow,
	now: Date,
): Promise<void> {
	if (at === null) return;
	for (const row of rows)
		await endLive(tx, row.id, reason('cancelled_reply'), now, { plannedBefore: { at, id: id ?? '' } });
}

async function endWhatIsPlannedTwice(tx: Db, fromId: number, intoId: number, now: Date): Promise<void> {
	const rows = await tx
		.selectFrom('scheduled_follow_ups')
		.select(['id', 'chatbot', 'follow_up', 'anchor_id', 'state', 'conversation_id'])
		.where('conversation_id', 'in', [fromId, intoId])
		.execute();
	const live = rows.filter((row) => isLive(row.state));
	const kept = live.filter((row) => row.conversation_id === intoId);
	for (const row of live.filter((one) => one.conversation_id === fromId)) {
		const twin = kept.find((one) => one.chatbot === row.chatbot && one.follow_up === row.follow_up);
		if (!twin) continue;
		// What is on its way to Meta cannot be ended any more; then the other one is. With both on their way, one is left to
		// Meta's answer or status: only one may be live.
		const surplus = row.state === 'sending' ? twin : row;
		const settled =
			surplus.state === 'sending'
				? ({ to: 'unknown', reason: reason('answer_lost') } as const)
				: ({ to: 'ended', reason: reason('conversation_merged') } as const);
		await transition(tx, { id: surplus.id, from: surplus.state, ...settled }, now);
	}
}
