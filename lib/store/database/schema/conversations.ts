import type { Generated, Insertable, Selectable, Updateable } from 'kysely';
import type { FollowUpState } from '../../../follow-up/lifecycle.ts';
import type { Channel } from '../../../messaging/channel.ts';
import type { BusinessAuthor } from '../../../messaging/conversation.ts';

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
	/** Its voice note or picture, see `readMedia`; null where nobody is to understand it. */
	media_json: string | null;
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

export type ConversationRow = Selectable<ConversationsTable>;

export type NewConversationRow = Insertable<ConversationsTable>;

export type ConversationChanges = Updateable<ConversationsTable>;

export type MessageRow = Selectable<MessagesTable>;
