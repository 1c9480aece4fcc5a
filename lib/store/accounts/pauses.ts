import type { Channel } from '../../messaging/channel.ts';
import type { AccountPause } from '../../messaging/conversation.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery } from '../database/fixed-query.ts';
import type { AccountPauseRow } from '../database/schema.ts';

/** The business side of conversations: a phone number ID, an Instagram account ID, a Page ID. */
export interface AccountAddress {
	channel: Channel;
	account: string;
}

export interface NewPause {
	/** Left out: until a person resumes it. */
	until?: Date;
	code?: number;
	reason: string;
}

/**
 * Pauses an account. Trouble from before a person resumed it (a late webhook) pauses nothing, and the same trouble told
 * twice pauses once.
 * @returns whether it is paused by this call.
 */
export async function pauseAccount(
	db: Db,
	{ channel, account }: AccountAddress,
	{ until, code, reason }: NewPause,
	at: Date,
): Promise<boolean> {
	const known = await db
		.selectFrom('account_pauses')
		.selectAll()
		.where('channel', '=', channel)
		.where('account', '=', account)
		.executeTakeFirst();
	const time = at.getTime();
	if (known?.resumed_at != null && time <= known.resumed_at) return false;
	const lasts =
		known && known.resumed_at === null && (known.until ?? Infinity) >= (until?.getTime() ?? Infinity);
	if (lasts) return false;
	const row = {
		...{ paused_at: time, until: until?.getTime() ?? null, code: code ?? null, reason, resumed_at: null },
	};
	await db
		.insertInto('account_pauses')
		.values({ channel, account, ...row })
		.onConflict((conflict) => conflict.columns(['channel', 'account']).doUpdateSet(row))
		.execute();
	return true;
}

const PAUSES = ['account_pauses', 'credential_pauses'] as const;

/** Lets an account send again, with every credential; false when nothing of it was paused. */
export async function resumeAccount(
	db: Db,
	{ channel, account }: AccountAddress,
	now: Date,
): Promise<boolean> {
	let isResumed = false;
	for (const table of PAUSES) {
		const { numUpdatedRows } = await db
			.updateTable(table)
			.set({ resumed_at: now.getTime() })
			.where('channel', '=', channel)
			.where('account', '=', account)
			.where('resumed_at', 'is', null)
			.executeTakeFirst();
		isResumed ||= numUpdatedRows > 0n;
	}
	return isResumed;
}

/** The pauses that nobody resumed, with their accounts; those whose time is over are left in for the rule to judge. */
export async function accountPauses(db: Db): Promise<(AccountAddress & AccountPause)[]> {
	const rows = await NOT_RESUMED.all(db, {});
	return rows.map((row) => ({ channel: row.channel, account: row.account, ...pauseFrom(row) }));
}

export function notResumed(db: Db) {
	return db
		.selectFrom('account_pauses')
		.select(['channel', 'account', 'paused_at', 'until', 'code', 'reason'])
		.where('resumed_at', 'is', null);
}

const NOT_RESUMED = fixedQuery(notResumed);

type Pause = Pick<AccountPauseRow, 'paused_at' | 'until' | 'code' | 'reason'>;

export function pauseFrom({ paused_at, until, code, reason }: Pause): AccountPause {
	return {
		since: new Date(paused_at).toISOString(),
		...(until === null ? {} : { until: new Date(until).toISOString() }),
		...(code === null ? {} : { code }),
		reason,
	};
}
