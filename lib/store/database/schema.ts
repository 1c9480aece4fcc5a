import type { Generated, Insertable, Selectable, Updateable } from 'kysely';
import type { FollowUpState } from '../../follow-up/lifecycle.ts';
import type { ReasonCode } from '../../follow-up/reasons/index.ts';
import type { Channel } from '../../messaging/channel.ts';
import type { BusinessAuthor } from '../../messaging/conversation.ts';

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

/** Why a request to the webhook was refused. */
export type RefusalCause =
	| 'no_signature' // not from Meta
	| 'wrong_signature' // the app secret does not fit, or it is a forgery
	| 'wrong_verify_token' // Meta's check of the callback URL
	| 'other_app'; // the account belongs to another app

/** Who wrote a line of a transcript. */
export type Author = BusinessAuthor | 'customer';

export interface ConversationsTable {
	id: Generated<number>;
	channel: Channel;
	account: string;
	contact: string;
	phone: string | null;
	username: string | null;
	name: string | null;
	created_at: number;
	last_inbound_at: number | null;
	last_inbound_id: string | null;
	window_opened_at: number | null;
	window_opened_by: string | null;
	last_outbound_at: number | null;
	last_outbound_by: BusinessAuthor | null;
	person_wrote_at: number | null;
	opted_out_at: number | null;
	opted_out_by: string | null;
	/** What a model said why it takes it for an opt-out. */
	opted_out_note: string | null;
	marketing_opted_out_at: number | null;
	/** Who stopped marketing: `business` by hand, `customer` in the chat; null: the customer, as Meta told. */
	marketing_opted_out_by: string | null;
	opted_in_at: number | null;
	/** When and where the customer agreed, as a person wrote it down. */
	opted_in_note: string | null;
	/** The newest time of each wish, told in any order; the opt-out columns hold what stands of it. */
	wishes_json: string | null;
	paused_at: number | null;
	paused_until: number | null;
	pause_reason: string | null;
	owned_by_other_since: number | null;
	/** When there was last news that the thread is ours. */
	thread_ours_at: number | null;
	/** When there was news that it is another app's, since then: a list of times, the first is `owned_by_other_since`. */
	thread_theirs_json: string | null;
	converted_at: number | null;
	free_entry_at: number | null;
	/** When the customer last gave a message of the business a reaction that can be an answer. */
	reacted_at: number | null;
	/** When the customer's profile was asked for; asked once, whatever the answer. */
	profile_asked_at: number | null;
	/** Before this the number may have been somebody else's: what was said then is shown to nobody. */
	owner_since: number | null;
}

/** Every ID a contact was ever known by (BSUID, phone, earlier IDs), all leading to one conversation. */
export interface ContactAliasesTable {
	channel: Channel;
	account: string;
	alias: string;
	conversation_id: number;
}

export interface MessagesTable {
	id: Generated<number>;
	conversation_id: number;
	message_id: string;
	/** 'in' from the customer, 'out' from the business, 'note' said to nobody: what another app told the business. */
	direction: 'in' | 'out' | 'note';
	author: Author;
	type: string;
	text: string | null;
	at: number;
	state: FollowUpState | null;
	state_at: number | null;
	/** The message that this one answers or reacts to, by its ID at Meta. */
	reply_to: string | null;
}

/** What makes a redelivered webhook recognisable; kept as long as Meta may deliver again. */
export interface SeenEventsTable {
	id: string;
	seen_at: number;
	/** Only of events given to a listener: when Meta got its 200. */
	answered_at: number | null;
}

/** Triggers that take the events which start their workflow from `waiting_starts`. */
export interface StartListenersTable {
	id: string;
	wants_json: string;
	/** Until then events are kept for it. */
	until: number;
}

/** Events that wait for the workflow they start. */
export interface WaitingStartsTable {
	id: Generated<number>;
	/** By it n8n knows an execution that it has started already. */
	key: string;
	listener: string;
	/** What names the event. */
	event: string;
	/** null: news of the account. */
	conversation_id: number | null;
	event_json: string;
	received_at: number;
	/** While it is handed out. */
	lease_token: string | null;
	lease_until: number | null;
}

export interface ChatbotsTable {
	id: string;
	stop_condition: string;
	settings_json: string;
	activated_at: number;
	updated_at: number;
	/** 1: its follow-ups are written on the dashboard, and these tables are where they live. */
	kept_here: number | null;
	/** 1: rules alone decide, so no text can be written by a model. */
	without_model: number | null;
	/** What the workflow is called. */
	name: string | null;
	/** The templates of its WhatsApp account that a person can choose from. */
	templates_json: string | null;
}

/** Where a chatbot was last read from; only of those whose plans do not depend on the single message. */
export interface ChatbotSourcesTable {
	id: string;
	version: string;
	chatbot: string;
	templates_json: string | null;
	updated_at: number;
}

/** How what is due of a chatbot is found. */
export interface DueTriggersTable {
	chatbot: string;
	/** How often its Follow-Up Due Trigger looks. */
	every_ms: number;
	/** How long runs lately waited for their place in n8n. */
	wait_ms: number;
	/** When it last said that it looks. */
	updated_at: number;
	/** When it stopped looking; null: it has not. */
	closed_at: number | null;
}

export interface FollowUpDefinitionsTable {
	chatbot: string;
	follow_up: string;
	position: number;
	name: string;
	colour: string | null;
	definition_json: string;
	/** Switched on or off from outside the workflow: 1, 0, or null for "as defined". */
	active_override: number | null;
	first_seen_at: number;
	updated_at: number;
	/** When it was last missing from the chatbot's list. */
	removed_at: number | null;
}

export type RunState = 'queued' | 'begun' | 'over';

export interface ScheduledFollowUpsTable {
	id: string;
	conversation_id: number;
	/** `channel:account`: claims serve the accounts in turn. */
	lane: string;
	chatbot: string;
	follow_up: string;
	name: string;
	colour: string | null;
	state: FollowUpState;
	reason_code: ReasonCode;
	reason: string;
	anchor_id: string;
	anchor_at: number;
	requested_at: number;
	allowed_at: number;
	due_at: number;
	/** When it first came due, if it was put off since because something failed. */
	first_due_at: number | null;
	reasons_json: string;
	attempts: number;
	lease_token: string | null;
	lease_until: number | null;
	/**
	 * Of the run that holds the lease: `queued` in n8n, `begun` with the follow-up, or `over` as far as the follow-up is
	 * concerned. null: claimed by a version that did not tell.
	 */
	run_state: RunState | null;
	content_json: string | null;
	decision_json: string | null;
	/** What a model said of it before it was due. */
	foreseen_json: string | null;
	/** A plan that has its place once this one, which is being sent, is over. */
	next_plan_json: string | null;
	message_id: string | null;
	error_json: string | null;
	created_at: number;
	updated_at: number;
	accepted_at: number | null;
	sent_at: number | null;
	delivered_at: number | null;
	read_at: number | null;
	replied_at: number | null;
	ended_at: number | null;
}

/** Every transition of a scheduled follow-up, with its reason code. No customer text and no secret stands in it. */
export interface AuditLogTable {
	id: Generated<number>;
	at: number;
	scheduled_id: string;
	from_state: FollowUpState | null;
	to_state: FollowUpState;
	reason_code: ReasonCode;
	detail_json: string | null;
}

/** Accounts of the business for which nothing is sent; `until` null means until a person resumes it. */
export interface AccountPausesTable {
	channel: Channel;
	account: string;
	paused_at: number;
	until: number | null;
	code: number | null;
	reason: string;
	resumed_at: number | null;
}

/** Accounts whose deliveries do not fit the clock that decides; those that fit have no row. */
export interface AccountClocksTable {
	channel: Channel;
	account: string;
	/** How far the clock is ahead of Meta's, below zero behind. */
	off_ms: number;
	since: number;
	/** When deliveries last showed it. */
	seen_at: number;
}

/** Credentials with which nothing is sent for an account. */
export interface CredentialPausesTable {
	channel: Channel;
	account: string;
	/** Empty where only the chatbot is known. */
	credential: string;
	/** Whose follow-up ran into it; empty for other messages. */
	chatbot: string;
	/** What people call the credential. */
	name: string | null;
	paused_at: number;
	until: number;
	code: number | null;
	reason: string;
	resumed_at: number | null;
}

/** The app at Meta that an account of the business belongs to: the one that first delivered for it. */
export interface AccountAppsTable {
	channel: Channel;
	account: string;
	/** See `app_proofs`. */
	app: string;
	/** For people; anybody can know it, so it proves nothing. */
	app_id: string | null;
	app_name: string | null;
	bound_at: number;
}

/** By what an app is known again: fingerprints of its secrets, never a secret, and who keeps them. */
export interface AppProofsTable {
	app: string;
	proof: string;
}

/** How many requests to the webhook were refused, by the hour. */
export interface RefusedDeliveriesTable {
	/** When the hour began. */
	hour: number;
	cause: RefusalCause;
	/** Empty where the account does not matter or is not known. */
	channel: Channel | '';
	account: string;
	count: number;
	last_at: number;
	/** Of an app that delivered for an account of another one. */
	app_id: string | null;
	app_name: string | null;
}

/** What the shared pace of sending remembers: one number per limit. */
export interface SendPaceTable {
	key: string;
	free_at: number;
}

/** What messages cost, in millionths of the currency; null is unknown, never nothing. */
export interface MessageCostsTable {
	message_id: string;
	channel: Channel;
	account: string;
	/** Whose message it was; null: of a customer that is not known here. */
	conversation_id: number | null;
	scheduled_id: string | null;
	at: number;
	market: string | null;
	currency: string;
	/** The rates of the market at that time, by category. */
	rates_json: string | null;
	estimate_low: number | null;
	estimate_high: number | null;
	/** As Meta's webhook said. */
	category: string | null;
	pricing_type: string | null;
	actual: number | null;
}

/** The goals that conversations reached; `value` is in millionths of the currency. */
export interface ConversionsTable {
	id: Generated<number>;
	conversation_id: number;
	at: number;
	value: number | null;
	currency: string | null;
	/** What makes the same conversion recognisable when it is told twice, e.g. the number of an order. */
	reference: string | null;
}

/** What executions sent, item by item, so that a repeated one sends nothing twice. */
export interface SentItemsTable {
	/** n8n, execution, node, run and item. */
	key: string;
	conversation_id: number;
	callback_data: string;
	begun_at: number;
	/** null: the answer of Meta was lost, or is still to come. */
	message_id: string | null;
	accepted_at: number | null;
	/** What the node gave out besides, without words of anybody. */
	result_json: string | null;
}

/** What this store signs with; it stays in this store. */
export interface SecretsTable {
	name: string;
	value: string;
}

export type AccountAppRow = Selectable<AccountAppsTable>;
export type CredentialPauseRow = Selectable<CredentialPausesTable>;
export type AccountPauseRow = Selectable<AccountPausesTable>;

export type MessageCostRow = Selectable<MessageCostsTable>;
export type ConversationRow = Selectable<ConversationsTable>;

export type NewConversationRow = Insertable<ConversationsTable>;
export type ConversationChanges = Updateable<ConversationsTable>;

export type ScheduledRow = Selectable<ScheduledFollowUpsTable>;
export type ScheduledChanges = Updateable<ScheduledFollowUpsTable>;

export type MessageRow = Selectable<MessagesTable>;
