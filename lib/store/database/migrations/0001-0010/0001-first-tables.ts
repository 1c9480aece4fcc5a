import { sql, type Kysely } from 'kysely';
import type { Dialect } from '../../dialect.ts';

const LIVE = sql<boolean>`state in ('scheduled', 'claimed', 'sending')`;

/** All tables of the first release. Migrations are never edited once released; a change is a new file. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
	await db.schema
		.createTable('conversations')
		.addColumn('id', dialect.serialType, (column) => dialect.asSerial(column.primaryKey()))
		.addColumn('channel', 'text', (column) => column.notNull())
		.addColumn('account', 'text', (column) => column.notNull())
		.addColumn('contact', 'text', (column) => column.notNull())
		.addColumn('phone', 'text')
		.addColumn('username', 'text')
		.addColumn('name', 'text')
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('last_inbound_at', 'bigint')
		.addColumn('last_inbound_id', 'text')
		.addColumn('window_opened_at', 'bigint')
		.addColumn('window_opened_by', 'text')
		.addColumn('last_outbound_at', 'bigint')
		.addColumn('last_outbound_by', 'text')
		.addColumn('person_wrote_at', 'bigint')
		.addColumn('opted_out_at', 'bigint')
		.addColumn('opted_out_by', 'text')
		.addColumn('marketing_opted_out_at', 'bigint')
		.addColumn('paused_at', 'bigint')
		.addColumn('paused_until', 'bigint')
		.addColumn('pause_reason', 'text')
		.addColumn('owned_by_other_since', 'bigint')
		.addColumn('converted_at', 'bigint')
		.addColumn('free_entry_at', 'bigint')
		.addUniqueConstraint('conversations_address', ['channel', 'account', 'contact'])
		.execute();

	await db.schema
		.createTable('contact_aliases')
		.addColumn('channel', 'text', (column) => column.notNull())
		.addColumn('account', 'text', (column) => column.notNull())
		.addColumn('alias', 'text', (column) => column.notNull())
		.addColumn('conversation_id', 'bigint', (column) => column.notNull().references('conversations.id'))
		.addPrimaryKeyConstraint('contact_aliases_pk', ['channel', 'account', 'alias'])
		.execute();
	await db.schema
		.createIndex('contact_aliases_conversation')
		.on('contact_aliases')
		.column('conversation_id')
		.execute();

	await db.schema
		.createTable('messages')
		.addColumn('id', dialect.serialType, (column) => dialect.asSerial(column.primaryKey()))
		.addColumn('conversation_id', 'bigint', (column) => column.notNull().references('conversations.id'))
		.addColumn('message_id', 'text', (column) => column.notNull())
		.addColumn('direction', 'text', (column) => column.notNull())
		.addColumn('author', 'text', (column) => column.notNull())
		.addColumn('type', 'text', (column) => column.notNull())
		.addColumn('text', 'text')
		.addColumn('at', 'bigint', (column) => column.notNull())
		.addColumn('state', 'text')
		.addColumn('state_at', 'bigint')
		.addUniqueConstraint('messages_identity', ['message_id', 'conversation_id'])
		.execute();
	await db.schema.createIndex('messages_by_time').on('messages').columns(['conversation_id', 'at']).execute();

	await db.schema
		.createTable('seen_events')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('seen_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('seen_events_by_age').on('seen_events').column('seen_at').execute();

	await db.schema
		.createTable('chatbots')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('stop_condition', 'text', (column) => column.notNull())
		.addColumn('settings_json', 'text', (column) => column.notNull())
		.addColumn('activated_at', 'bigint', (column) => column.notNull())
		.addColumn('updated_at', 'bigint', (column) => column.notNull())
		.execute();

	await db.schema
		.createTable('follow_up_definitions')
		.addColumn('chatbot', 'text', (column) => column.notNull())
		.addColumn('follow_up', 'text', (column) => column.notNull())
		.addColumn('position', 'integer', (column) => column.notNull())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('colour', 'text')
		.addColumn('definition_json', 'text', (column) => column.notNull())
		.addColumn('active_override', 'integer')
		.addColumn('first_seen_at', 'bigint', (column) => column.notNull())
		.addColumn('updated_at', 'bigint', (column) => column.notNull())
		.addColumn('removed_at', 'bigint')
		.addPrimaryKeyConstraint('follow_up_definitions_pk', ['chatbot', 'follow_up'])
		.execute();

	await db.schema
		.createTable('scheduled_follow_ups')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('conversation_id', 'bigint', (column) => column.notNull().references('conversations.id'))
		.addColumn('chatbot', 'text', (column) => column.notNull())
		.addColumn('follow_up', 'text', (column) => column.notNull())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('colour', 'text')
		.addColumn('state', 'text', (column) => column.notNull())
		.addColumn('reason_code', 'text', (column) => column.notNull())
		.addColumn('reason', 'text', (column) => column.notNull())
		.addColumn('anchor_id', 'text', (column) => column.notNull())
		.addColumn('anchor_at', 'bigint', (column) => column.notNull())
		.addColumn('requested_at', 'bigint', (column) => column.notNull())
		.addColumn('allowed_at', 'bigint', (column) => column.notNull())
		.addColumn('due_at', 'bigint', (column) => column.notNull())
		.addColumn('reasons_json', 'text', (column) => column.notNull())
		.addColumn('attempts', 'integer', (column) => column.notNull())
		.addColumn('lease_token', 'text')
		.addColumn('lease_until', 'bigint')
		.addColumn('content_json', 'text')
		.addColumn('decision_json', 'text')
		.addColumn('message_id', 'text')
		.addColumn('error_json', 'text')
		.addColumn('created_at', 'bigint', (column) => column.notNull())
		.addColumn('updated_at', 'bigint', (column) => column.notNull())
		.addColumn('accepted_at', 'bigint')
		.addColumn('sent_at', 'bigint')
		.addColumn('delivered_at', 'bigint')
		.addColumn('read_at', 'bigint')
		.addColumn('replied_at', 'bigint')
		.addColumn('ended_at', 'bigint')
		.execute();
	// One live follow-up per conversation, chatbot and definition: whatever goes wrong, a second one cannot be stored.
	await db.schema
		.createIndex('scheduled_one_live')
		.unique()
		.on('scheduled_follow_ups')
		.columns(['conversation_id', 'chatbot', 'follow_up'])
		.where(LIVE)
		.execute();
	// One per silence, live or not: planning the same customer message again plans nothing new.
	await db.schema
		.createIndex('scheduled_one_per_silence')
		.unique()
		.on('scheduled_follow_ups')
		.columns(['conversation_id', 'chatbot', 'follow_up', 'anchor_id'])
		.execute();
	await db.schema
		.createIndex('scheduled_by_due_time')
		.on('scheduled_follow_ups')
		.columns(['chatbot', 'due_at'])
		.where(sql<boolean>`state = 'scheduled'`)
		.execute();
	await db.schema
		.createIndex('scheduled_by_lease')
		.on('scheduled_follow_ups')
		.columns(['lease_until'])
		.where(sql<boolean>`lease_until is not null`)
		.execute();
	await db.schema
		.createIndex('scheduled_by_message')
		.on('scheduled_follow_ups')
		.columns(['message_id'])
		.where(sql<boolean>`message_id is not null`)
		.execute();

	await db.schema
		.createTable('audit_log')
		.addColumn('id', dialect.serialType, (column) => dialect.asSerial(column.primaryKey()))
		.addColumn('at', 'bigint', (column) => column.notNull())
		.addColumn('scheduled_id', 'text', (column) => column.notNull())
		.addColumn('from_state', 'text')
		.addColumn('to_state', 'text', (column) => column.notNull())
		.addColumn('reason_code', 'text', (column) => column.notNull())
		.addColumn('detail_json', 'text')
		.execute();
	await db.schema
		.createIndex('audit_log_by_follow_up')
		.on('audit_log')
		.columns(['scheduled_id', 'id'])
		.execute();
}
