import { fixedQuery, type ValuesOf } from '../database/fixed-query.ts';
import type { ConversationRow } from '../database/schema.ts';

/** All columns but the number: one text of the statement serves whatever has changed. */
const COLUMNS = Object.keys({
	channel: true,
	account: true,
	contact: true,
	phone: true,
	username: true,
	name: true,
	created_at: true,
	last_inbound_at: true,
	last_inbound_id: true,
	window_opened_at: true,
	window_opened_by: true,
	last_outbound_at: true,
	last_outbound_by: true,
	person_wrote_at: true,
	opted_out_at: true,
	opted_out_by: true,
	opted_out_note: true,
	marketing_opted_out_at: true,
	marketing_opted_out_by: true,
	opted_in_at: true,
	opted_in_note: true,
	wishes_json: true,
	paused_at: true,
	paused_until: true,
	pause_reason: true,
	owned_by_other_since: true,
	thread_ours_at: true,
	thread_theirs_json: true,
	converted_at: true,
	free_entry_at: true,
	reacted_at: true,
	profile_asked_at: true,
	owner_since: true,
} satisfies Record<Exclude<keyof ConversationRow, 'id'>, true>) as Exclude<keyof ConversationRow, 'id'>[];

/** Writes a conversation back as it stands. */
export const SAVE_CONVERSATION = fixedQuery((db, value: ValuesOf<ConversationRow>) =>
	db
		.updateTable('conversations')
		.set(Object.fromEntries(COLUMNS.map((column) => [column, value(column)])))
		.where('id', '=', value('id')),
);
