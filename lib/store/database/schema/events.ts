import type { Generated } from 'kysely';
import type { Channel } from '../../../messaging/channel.ts';

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

/** Why a request to the webhook was refused. */
export type RefusalCause =
	| 'no_signature' // not from Meta
	| 'wrong_signature' // the app secret does not fit, or it is a forgery
	| 'wrong_verify_token' // Meta's check of the callback URL
	| 'other_app'; // the account belongs to another app

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
