import type { Db } from '../database/db.ts';
import type { ClockNews } from './clock-watch.ts';
import type { AccountAddress } from './pauses.ts';

/** The clock that decides is not Meta's, as the deliveries of an account show. */
export interface WrongClock extends AccountAddress {
	/** How far it is ahead, below zero behind; at least that far. */
	offMs: number;
	/** When it was first found, and last. ISO 8601, by that same clock. */
	since: string;
	seenAt: string;
}

/** Writes down what deliveries say of the clock. As the last thing in a transaction: others may want the same rows. */
export async function noteClocks(tx: Db, news: readonly ClockNews[], now: Date): Promise<void> {
	const inOrder = [...news].sort((a, b) => (a.channel + a.account < b.channel + b.account ? -1 : 1));
	for (const { channel, account, offMs } of inOrder) {
		const row = { off_ms: Math.round(offMs), seen_at: now.getTime() };
		await (
			offMs === 0
				? tx.deleteFrom('account_clocks').where('channel', '=', channel).where('account', '=', account)
				: tx
						.insertInto('account_clocks')
						.values({ channel, account, since: now.getTime(), ...row })
						.onConflict((conflict) => conflict.columns(['channel', 'account']).doUpdateSet(row))
		).execute();
	}
}

/** Nothing said for so long: no conversation of that time is left to write to, and the clock may have been set since. */
const BELIEVED_MS = 24 * 60 * 60_000;

/** The accounts whose deliveries do not fit the clock, as far as that was seen lately. */
export async function wrongClocks(db: Db, now: Date): Promise<WrongClock[]> {
	const rows = await db
		.selectFrom('account_clocks')
		.selectAll()
		.orderBy('channel')
		.orderBy('account')
		.execute();
	return rows
		.filter(({ seen_at }) => Math.abs(now.getTime() - seen_at) <= BELIEVED_MS)
		.map(({ channel, account, off_ms, since, seen_at }) => ({
			...{ channel, account, offMs: off_ms },
			...{ since: new Date(since).toISOString(), seenAt: new Date(seen_at).toISOString() },
		}));
}
