import type { Db } from '../../database/db.ts';
import type { Dialect } from '../../database/dialect.ts';
import type { Now } from '../../database/now.ts';
import type { EventName } from '../../../messaging/messaging-event.ts';
import { claimStarts, executionBegan, giveBackStarts, startsBegun } from './claim.ts';
import { isListening, leaveStarts, listenForStarts } from './listeners.ts';
import type { ClaimedStarts, ClaimStarts, StartClaim, StartListener } from './types.ts';

/** Events that wait in the store until the workflow starts which they are for. */
export interface StartsStore {
	/** A trigger says which events it takes from the store; it holds for seven days from now. */
	listenForStarts(listener: StartListener, now: Now): Promise<void>;
	/** A trigger is taken back: events are kept for it for ten minutes more. */
	leaveStarts(listener: string, now: Now): Promise<void>;
	/** Whether events wait for a trigger, or are still kept for it when they come. */
	isListening(listener: string, now: Now): Promise<boolean>;
	/** Hands out events under a lease, each to one caller; of a conversation one after the other. */
	claimStarts(options: ClaimStarts): Promise<ClaimedStarts>;
	/** The execution of events has begun; the next of their conversations may be handed out. */
	executionBegan(listener: string, events: readonly EventName[]): Promise<void>;
	/** There are executions for these already; the next of their conversations may be handed out. */
	startsBegun(claims: readonly StartClaim[]): Promise<void>;
	/** Gives back what was handed out and not begun. */
	giveBackStarts(claims: readonly StartClaim[]): Promise<void>;
	/**
	 * Calls back when events begin to wait, as far as the database tells: from any process in Postgres, unless a pooler is in
	 * between; with SQLite from this process only. Returns what ends it.
	 */
	watchStarts(wake: () => void): Promise<() => Promise<void>>;
}

export function startsStore(db: Db, dialect: Dialect): StartsStore {
	return {
		listenForStarts: async (listener, now) => await listenForStarts(db, listener, now),
		leaveStarts: async (listener, now) => await leaveStarts(db, listener, now),
		isListening: async (listener, now) => await isListening(db, listener, now),
		claimStarts: async (options) => await claimStarts(db, dialect, options),
		executionBegan: async (listener, events) => await executionBegan(db, dialect, listener, events),
		startsBegun: async (claims) => await startsBegun(db, dialect, claims),
		giveBackStarts: async (claims) => await giveBackStarts(db, claims),
		watchStarts: async (wake) => await dialect.watchStarts(wake),
	};
}
