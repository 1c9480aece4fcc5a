import { sql, type RawBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** All tables, in the order in which one refers to another. */
export const TABLES = [
	'conversations',
	'contact_aliases',
	'messages',
	'seen_events',
	'start_listeners',
	'waiting_starts',
	'chatbots',
	'chatbot_sources',
	'follow_up_definitions',
	'due_triggers',
	'scheduled_follow_ups',
	'audit_log',
	'staff_events',
	'account_pauses',
	'account_clocks',
	'credential_pauses',
	'account_apps',
	'app_proofs',
	'refused_deliveries',
	'send_pace',
	'message_costs',
	'conversions',
	'sent_items',
	'secrets',
] as const satisfies readonly (keyof Schema)[];

/** A table that the list above leaves out would not be found in Postgres, nor copied there. */
type Complete = keyof Schema extends (typeof TABLES)[number] ? true : never;
true satisfies Complete;

/** A table in a statement that is written as SQL; in Postgres its schema comes along. */
export function table(name: keyof Schema): RawBuilder<unknown> {
	return sql.table(name);
}
