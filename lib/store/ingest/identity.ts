import { isLive } from '../../follow-up/lifecycle.ts';
import { reason } from '../../follow-up/reasons/index.ts';
import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import type { ConversationChanges, ConversationRow } from '../database/schema.ts';
import { transition } from '../queue/transition.ts';
import type { UnitOfWork } from '../contacts/unit-of-work.ts';
import { longerPause } from '../contacts/moved-number.ts';
import { joinedOwner } from '../conversations/owner-facts.ts';
import { joinedWishes } from '../conversations/wish-facts.ts';
import { endLive } from '../queue/end-live.ts';

/** A customer got a new ID or number: timers, opt-outs and history follow the person. */
export async function applyIdentity(
	tx: Db,
	unit: UnitOfWork,
	event: MessagingEvent,
	now: Date,
): Promise<number | undefined> {
	const { contact } = event;
	let previous: ConversationRow | undefined;
	for (const id of contact.previousIds ?? [contact.previousId])
		if (id !== undefined) previous ??= await unit.find(event, { id });
	const present = await unit.find(event, { id: contact.id });
	if (!previous) return (present ?? (await unit.findOrMake(event, contact))).id;
	if (present && present.id !== previous.id) await merge(tx, unit, present, previous, now);
	unit.change(previous, { contact: contact.id, ...(contact.phone ? { phone: contact.phone } : {}) });
	await unit.addAliases(event, contact, previous.id);
	return previous.id;
}

const latest = (a: number | null, b: number | null): number | null =>
	a === null ? b : b === null ? a : Math.max(a, b);
const either = <T>(a: T | null, b: T | null): T | null => a ?? b;

/** Both IDs already had a conversation: the older one takes over what the newer one has. */
async function merge(
	tx: Db,
	unit: UnitOfWork,
	from: ConversationRow,
	into: ConversationRow,
	now: Date,
): Promise<void> {
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
	await tx
		.deleteFrom('messages')
		.where('conversation_id', '=', from.id)
		.where(
			'message_id',
			'in',
			tx.selectFrom('messages').select('message_id').where('conversation_id', '=', into.id),
		)
		.execute();
	for (const table of ['messages', 'scheduled_follow_ups', 'contact_aliases', 'conversions'] as const) {
		await tx
			.updateTable(table)
			.set({ conversation_id: into.id })
			.where('conversation_id', '=', from.id)
			.execute();
	}
	const later = (column: 'last_inbound_at' | 'window_opened_at' | 'last_outbound_at') =>
		(from[column] ?? 0) > (into[column] ?? 0) ? from : into;
	const changes: ConversationChanges = {
		last_inbound_at: later('last_inbound_at').last_inbound_at,
		last_inbound_id: later('last_inbound_at').last_inbound_id,
		window_opened_at: later('window_opened_at').window_opened_at,
		window_opened_by: later('window_opened_at').window_opened_by,
		last_outbound_at: later('last_outbound_at').last_outbound_at,
		last_outbound_by: later('last_outbound_at').last_outbound_by,
		person_wrote_at: latest(from.person_wrote_at, into.person_wrote_at),
		...joinedWishes(into, from),
		...longerPause(into, from),
		...joinedOwner(into, from),
		free_entry_at: either(into.free_entry_at, from.free_entry_at),
		converted_at: either(into.converted_at, from.converted_at),
		reacted_at: latest(from.reacted_at, into.reacted_at),
	};
	unit.forget(from, into);
	await tx.deleteFrom('conversations').where('id', '=', from.id).execute();
	unit.change(into, changes);
	if (into.opted_out_at !== null) await endLive(tx, into.id, reason('opted_out'), now);
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
