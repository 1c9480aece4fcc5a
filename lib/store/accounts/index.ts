import { LRUCache } from 'lru-cache';
import type { SigningApp } from '../../messaging/signing-app.ts';
import type { Db } from '../database/db.ts';
import type { Now } from '../database/now.ts';
import { accountApps, foreignAccounts, releaseAccount, type AccountApp } from './account-apps.ts';
import type { AccountAddress } from './pauses.ts';
import {
	noteRefused,
	refusedDeliveries,
	type Refusal,
	type RefusedDeliveries,
} from './refused-deliveries.ts';

/** To which apps the accounts belong, and what was refused. */
export interface AccountsStore {
	/**
	 * Binds each account to the app that delivers for it first, and gives those that belong to another one; see `ownEvents`.
	 */
	foreignAccounts(accounts: readonly AccountAddress[], app: SigningApp, now: Now): Promise<AccountApp[]>;
	/** The accounts with the apps that they belong to, the newest first. */
	accountApps(): Promise<AccountApp[]>;
	/** Lets go of the app of an account: it then belongs to the one that delivers next. False: it belonged to none. */
	releaseAccount(account: AccountAddress): Promise<boolean>;
	/** Adds to the counts of refused requests; use `RefusalBook`, so that a flood does not write per request. */
	noteRefused(refused: readonly (Refusal & { count: number })[], now: Now): Promise<void>;
	/** Requests to the webhook that were refused since a moment, by cause and account. */
	refusedDeliveries(since: Date): Promise<RefusedDeliveries[]>;
}

/** What was found right is believed for so long: thousands of deliveries ask the same. */
const BELIEVED_MS = 30_000;
const REMEMBERED = 5_000;

export function accountsStore(db: Db): AccountsStore {
	const right = new LRUCache<string, true>({ max: REMEMBERED, ttl: BELIEVED_MS });
	return {
		async foreignAccounts(accounts, app, now) {
			const keyOf = ({ channel, account }: AccountAddress) =>
				`${channel}:${account} ${[...app.proofs, ...app.appIds].join(' ')}`;
			const asked = accounts.filter((one) => !right.has(keyOf(one)));
			if (asked.length === 0) return [];
			const foreign = await foreignAccounts(db, asked, app, now);
			const isForeign = new Set(foreign.map(keyOf));
			for (const one of asked) if (!isForeign.has(keyOf(one))) right.set(keyOf(one), true);
			return foreign;
		},
		accountApps: async () => await accountApps(db),
		async releaseAccount(account) {
			const released = await releaseAccount(db, account);
			right.clear();
			return released;
		},
		noteRefused: async (refused, now) => await noteRefused(db, refused, now),
		refusedDeliveries: async (since) => await refusedDeliveries(db, since),
	};
}
