import type { Channel } from '../../messaging/channel.ts';
import { labelOf, type AppLabel, type SigningApp } from '../../messaging/signing-app.ts';
import type { Db } from '../database/db.ts';
import { fixedListQuery, places, type ItemsOf } from '../database/fixed-query.ts';
import { partsOf } from '../database/parts.ts';
import type { AccountAppRow } from '../database/schema.ts';
import type { AccountAddress } from './pauses.ts';

/** An account of the business with the app that it belongs to. */
export interface AccountApp extends AccountAddress {
	app: AppLabel;
	/** When that app first delivered for it. */
	since: string;
}

/**
 * What Meta's "Test" button delivers for, whatever the app: no business has these (seen in what others recorded of it, 2023 to
 * 2025: WhatsApp entry "0" with phone number ID 123456123, Page and Instagram entry "0").
 */
const OF_EVERYBODY = new Set(['0', '123456123']);

/**
 * Binds each account to the app that delivers for it first.
 * @returns those that belong to another app; nothing this app says of them is to be believed.
 */
export async function foreignAccounts(
	db: Db,
	accounts: readonly AccountAddress[],
	app: SigningApp,
	now: Date,
): Promise<AccountApp[]> {
	const asked = accounts.filter(({ account }) => !OF_EVERYBODY.has(account));
	if (asked.length === 0) return [];
	const before = await boundOf(db, asked);
	const apps = await appsOf(db, app.proofs);
	const isBound = (one: AccountAddress) => before.some((row) => isSame(row, one));
	const isNew = asked.some((one) => !isBound(one));
	if (!isNew && !isNews(before, apps, app)) return foreignOf(before, apps);
	return await db.transaction().execute(async (tx) => {
		const own = await appsOf(tx, app.proofs);
		const key = [...own.keys()][0] ?? (app.proofs[0] as string);
		const { appId: app_id = null, name: app_name = null } = labelOf(app);
		if (isNew) {
			const rows = asked.map(({ channel, account }) => ({ channel, account }));
			for (const some of partsOf(distinct(rows)))
				await tx
					.insertInto('account_apps')
					.values(some.map((one) => ({ ...one, app: key, app_id, app_name, bound_at: now.getTime() })))
					.onConflict((conflict) => conflict.columns(['channel', 'account']).doNothing())
					.execute();
		}
		const bound = await boundOf(tx, asked);
		// Two apps may have come at the same moment; what is stored counts.
		const ours = new Set(bound.map(({ app: one }) => one).filter((one) => own.has(one) || one === key));
		for (const one of ours) {
			const proofs = app.proofs.filter((proof) => !own.get(one)?.has(proof));
			if (proofs.length === 0) continue;
			await tx
				.insertInto('app_proofs')
				.values(proofs.map((proof) => ({ app: one, proof })))
				.onConflict((conflict) => conflict.columns(['app', 'proof']).doNothing())
				.execute();
		}
		const outdated = bound.filter((row) => ours.has(row.app) && isOutdated(row, app));
		for (const { channel, account } of outdated)
			await tx
				.updateTable('account_apps')
				.set({ app_id, app_name })
				.where('channel', '=', channel)
				.where('account', '=', account)
				.execute();
		return bound.filter((row) => !ours.has(row.app)).map(fromRow);
	});
}

/** The accounts with the apps that they belong to, the newest first. */
export async function accountApps(db: Db): Promise<AccountApp[]> {
	const rows = await db.selectFrom('account_apps').selectAll().orderBy('bound_at', 'desc').execute();
	return rows.map(fromRow);
}

/**
 * Lets go of the app that an account belongs to: it then belongs to the one that delivers next.
 * @returns whether it belonged to one.
 */
export async function releaseAccount(db: Db, { channel, account }: AccountAddress): Promise<boolean> {
	return await db.transaction().execute(async (tx) => {
		const released = await tx
			.deleteFrom('account_apps')
			.where('channel', '=', channel)
			.where('account', '=', account)
			.returning('app')
			.executeTakeFirst();
		if (!released) return false;
		// What nobody's account hangs on proves nothing any more.
		await tx
			.deleteFrom('app_proofs')
			.where('app', '=', released.app)
			.where('app', 'not in', (from) => from.selectFrom('account_apps').select('account_apps.app'))
			.execute();
		return true;
	});
}

const BOUND = fixedListQuery((db, length, item: ItemsOf<{ account: string }>) =>
	db
		.selectFrom('account_apps')
		.selectAll()
		.where(
			'account',
			'in',
			places(length, (place) => item(place, 'account')),
		),
);

const APPS = fixedListQuery((db, length, item: ItemsOf<{ proof: string }>) =>
	db
		.selectFrom('app_proofs')
		.selectAll()
		.where('app', 'in', (from) =>
			from
				.selectFrom('app_proofs as known')
				.select('known.app')
				.where(
					'known.proof',
					'in',
					places(length, (place) => item(place, 'proof')),
				),
		)
		.orderBy('app'),
);

async function boundOf(db: Db, accounts: readonly AccountAddress[]): Promise<AccountAppRow[]> {
	const found: AccountAppRow[] = [];
	for (const some of partsOf(distinct(accounts)))
		for (const row of await BOUND.all(db, some, {}))
			if (accounts.some((one) => isSame(row, one)) && !found.some((one) => isSame(row, one))) found.push(row);
	return found;
}

/** The apps that any of these proofs belongs to, with all of their proofs. */
async function appsOf(db: Db, proofs: readonly string[]): Promise<Map<string, Set<string>>> {
	const found = new Map<string, Set<string>>();
	for (const { app, proof } of await APPS.all(
		db,
		proofs.map((proof) => ({ proof })),
		{},
	))
		found.set(app, (found.get(app) ?? new Set()).add(proof));
	return found;
}

/** Whether this delivery tells of its app what is not stored yet. */
function isNews(bound: AccountAppRow[], apps: Map<string, Set<string>>, app: SigningApp): boolean {
	return bound.some((row) => {
		const known = apps.get(row.app);
		return known && (app.proofs.some((proof) => !known.has(proof)) || isOutdated(row, app));
	});
}

/** A trigger that knows less of the app than another one takes nothing away. */
function isOutdated({ app_id, app_name }: AccountAppRow, app: SigningApp): boolean {
	const { appId, name } = labelOf(app);
	return (appId !== undefined && appId !== app_id) || (name !== undefined && app_name === null);
}

function foreignOf(bound: AccountAppRow[], apps: Map<string, Set<string>>): AccountApp[] {
	return bound.filter(({ app }) => !apps.has(app)).map(fromRow);
}

function fromRow({ channel, account, app_id, app_name, bound_at }: AccountAppRow): AccountApp {
	return {
		...{ channel, account, since: new Date(bound_at).toISOString() },
		app: { ...(app_id === null ? {} : { appId: app_id }), ...(app_name === null ? {} : { name: app_name }) },
	};
}

function isSame(left: { channel: Channel; account: string }, right: AccountAddress): boolean {
	return left.channel === right.channel && left.account === right.account;
}

function distinct(accounts: readonly AccountAddress[]): AccountAddress[] {
	return [...new Map(accounts.map((one) => [`${one.channel}:${one.account}`, one])).values()];
}
