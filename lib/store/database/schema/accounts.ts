import type { Selectable } from 'kysely';
import type { Channel } from '../../../messaging/channel.ts';

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

/** What this store signs with; it stays in this store. */
export interface SecretsTable {
	name: string;
	value: string;
}

export type AccountAppRow = Selectable<AccountAppsTable>;

export type CredentialPauseRow = Selectable<CredentialPausesTable>;

export type AccountPauseRow = Selectable<AccountPausesTable>;

export type MessageCostRow = Selectable<MessageCostsTable>;
