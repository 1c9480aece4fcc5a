import type {
	ConversationsTable,
	ContactAliasesTable,
	MessagesTable,
	ConversionsTable,
} from './schema/conversations.ts';
import type {
	SeenEventsTable,
	StartListenersTable,
	WaitingStartsTable,
	RefusedDeliveriesTable,
	SentItemsTable,
} from './schema/events.ts';
import type {
	ChatbotsTable,
	ChatbotSourcesTable,
	DueTriggersTable,
	FollowUpDefinitionsTable,
} from './schema/chatbots.ts';
import type { ScheduledFollowUpsTable, AuditLogTable } from './schema/scheduled.ts';
import type { StaffEventsTable } from './schema/staff-events.ts';
import type {
	AccountPausesTable,
	AccountClocksTable,
	CredentialPausesTable,
	AccountAppsTable,
	AppProofsTable,
	SendPaceTable,
	MessageCostsTable,
	SecretsTable,
} from './schema/accounts.ts';

export type * from './schema/conversations.ts';
export type * from './schema/events.ts';
export type * from './schema/chatbots.ts';
export type * from './schema/scheduled.ts';
export type * from './schema/staff-events.ts';
export type * from './schema/accounts.ts';

/** The tables. Times are milliseconds since 1970 in UTC, so that both databases compare them alike; *_json is JSON text. */
export interface Schema {
	conversations: ConversationsTable;
	contact_aliases: ContactAliasesTable;
	messages: MessagesTable;
	seen_events: SeenEventsTable;
	start_listeners: StartListenersTable;
	waiting_starts: WaitingStartsTable;
	chatbots: ChatbotsTable;
	chatbot_sources: ChatbotSourcesTable;
	follow_up_definitions: FollowUpDefinitionsTable;
	due_triggers: DueTriggersTable;
	scheduled_follow_ups: ScheduledFollowUpsTable;
	audit_log: AuditLogTable;
	staff_events: StaffEventsTable;
	account_pauses: AccountPausesTable;
	account_clocks: AccountClocksTable;
	credential_pauses: CredentialPausesTable;
	account_apps: AccountAppsTable;
	app_proofs: AppProofsTable;
	refused_deliveries: RefusedDeliveriesTable;
	send_pace: SendPaceTable;
	message_costs: MessageCostsTable;
	conversions: ConversionsTable;
	sent_items: SentItemsTable;
	secrets: SecretsTable;
}
