import type { Db } from '../../database/db.ts';
import type { Now } from '../../database/now.ts';
import { claimStaffEvents, staffEventsTold } from './claim.ts';
import { findGivenUp } from './find-given-up.ts';
import { findWaiting } from './find-waiting.ts';
import { waitingCustomers } from './waiting.ts';
import type {
	ClaimStaffEvents,
	FindStaffEvents,
	StaffEvent,
	StaffEventClaim,
	WaitingCustomer,
} from './types.ts';

/** What people of the business are told of conversations, each thing once. */
export interface StaffEventsStore {
	/** Looks for customers who were given up, or wait for a person, and notes them; gives where the next look begins. */
	findStaffEvents(options: FindStaffEvents): Promise<Date>;
	/** Hands out what was found, each to one caller, for a limited time. */
	claimStaffEvents(options: ClaimStaffEvents): Promise<StaffEvent[]>;
	/** An execution has begun with these: they are not handed out again. */
	staffEventsTold(claims: readonly StaffEventClaim[], now: Now): Promise<void>;
	/** Who waits for a person at this moment, as far as it was looked for. */
	waitingCustomers(now: Date): Promise<WaitingCustomer[]>;
}

const FIND = { gave_up: findGivenUp, customer_waiting: findWaiting };

export function staffEventsStore(db: Db): StaffEventsStore {
	return {
		findStaffEvents: async ({ type, ...look }) => await FIND[type](db, look),
		claimStaffEvents: async (options) => await claimStaffEvents(db, options),
		staffEventsTold: async (claims, now) => await staffEventsTold(db, claims, now),
		waitingCustomers: async (now) => await waitingCustomers(db, now),
	};
}
