import type { AccountPause, ConversationWithHistory } from '../../messaging/conversation.ts';
import type { MetaError } from '../../messaging/errors/effect.ts';
import type { Contact } from '../../messaging/messaging-event.ts';
import type { Db } from '../database/db.ts';
import { pauseForError } from '../accounts/apply-error.ts';
import { credentialPauses, type Sender } from '../accounts/credential-pauses.ts';
import {
	followUpCosts,
	noteCost,
	spentSince,
	type FollowUpCost,
	type NewCost,
	type Spent,
} from '../accounts/costs.ts';
import { beginItem, forgetItem, sentItem, type ItemToSend, type SentItem } from './sent-items.ts';
import { takeTurn, type TurnAnswer, type TurnRequest } from './pace.ts';
import {
	accountPauses,
	pauseAccount,
	resumeAccount,
	type AccountAddress,
	type NewPause,
} from '../accounts/pauses.ts';
import { wrongClocks, type WrongClock } from '../accounts/clocks.ts';
import { ensureConversation, stopMarketing } from '../contacts/ensure-conversation.ts';
import { findConversationId } from '../conversations/find.ts';
import type { Now } from '../database/now.ts';

/** What sending needs of the store besides the follow-ups themselves. */
export interface SendingStore {
	/** The conversation by any ID its contact was ever known by; made if the business writes first. */
	ensureConversation(key: string, contact: Partial<Contact>, now: Now): Promise<ConversationWithHistory>;
	/** Takes a turn to send, so that all processes together keep Meta's rate limits. */
	takeTurn(request: TurnRequest, now: Now): Promise<TurnAnswer>;
	/** What the item of an execution has sent already, if n8n repeats it. */
	sentItem(key: string): Promise<SentItem | undefined>;
	/**
	 * Notes an item right before the request to Meta; `recordOutbound` notes the answer with it. Returns what it has sent
	 * before, and then nothing is to be sent.
	 */
	beginItem(item: ItemToSend, now: Now): Promise<SentItem | undefined>;
	/** Meta certainly did not take it, so a repetition may send it. */
	forgetItem(key: string): Promise<void>;
	/** Sends nothing for an account until a time, or until it is resumed. Returns whether this call paused it. */
	pauseAccount(account: AccountAddress, pause: NewPause, now: Now): Promise<boolean>;
	/** Lets an account send again; false when it was not paused. */
	resumeAccount(account: AccountAddress, now: Now): Promise<boolean>;
	/** The accounts that are paused, with the reason; some only for those who send with one credential. */
	accountPauses(now: Now): Promise<(AccountAddress & AccountPause)[]>;
	/** The accounts whose deliveries show that the clock that decides is not Meta's. */
	wrongClocks(now: Now): Promise<WrongClock[]>;
	/** Account-wide trouble in an answer of Meta pauses the account, trouble with the token those who send with it. */
	pauseForError(account: AccountAddress, error: MetaError, now: Now, sender?: Sender): Promise<void>;
	/** The customer stopped marketing messages, as a refusal of Meta told. */
	stopMarketing(key: string, now: Now): Promise<void>;
	/** What a message may cost; Meta's status puts the real price in its place. */
	noteCost(cost: NewCost, now: Now): Promise<void>;
	/** What an account has spent since a moment. */
	spentSince(account: AccountAddress, currency: string, since: Date): Promise<Spent>;
	/** What each follow-up has cost since a moment. */
	followUpCosts(since: Date): Promise<FollowUpCost[]>;
}

export function sendingStore(db: Db): SendingStore {
	return {
		ensureConversation: async (key, contact, now) => await ensureConversation(db, key, contact, now),
		takeTurn: async (request, now) => await takeTurn(db, request, now),
		sentItem: async (key) => await sentItem(db, key),
		beginItem: async (item, now) => await beginItem(db, item, now),
		forgetItem: async (key) => await forgetItem(db, key),
		pauseAccount: async (account, pause, now) =>
			await db.transaction().execute(async (tx) => await pauseAccount(tx, account, pause, now)),
		resumeAccount: async (account, now) => await resumeAccount(db, account, now),
		accountPauses: async (now) => {
			const ofCredentials = (await credentialPauses(db)).map(({ sender: _sender, ...pause }) => pause);
			const all = [...(await accountPauses(db)), ...ofCredentials];
			return all.filter(({ until }) => until === undefined || new Date(until) > now);
		},
		wrongClocks: async (now) => await wrongClocks(db, now),
		pauseForError: async (account, error, now, sender) =>
			await db.transaction().execute(async (tx) => await pauseForError(tx, account, error, now, sender)),
		stopMarketing: async (key, now) => await stopMarketing(db, key, now),
		noteCost: async (cost, now) => {
			const { conversation } = cost;
			const id = conversation === undefined ? undefined : await findConversationId(db, conversation);
			await noteCost(db, cost, id, now);
		},
		spentSince: async (account, currency, since) => await spentSince(db, account, currency, since),
		followUpCosts: async (since) => await followUpCosts(db, since),
	};
}

export type { ItemToSend, SentItem };
export type { AccountAddress, FollowUpCost, NewCost, NewPause, Spent, TurnAnswer, TurnRequest, WrongClock };
export type { MarketRates } from '../accounts/costs.ts';
