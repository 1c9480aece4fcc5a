import { sql } from 'kysely';
import type { AccountPause, ClockOff } from '../../messaging/conversation.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery } from '../database/fixed-query.ts';
import { notResumed, pauseFrom, type AccountAddress } from './pauses.ts';

/** What holds up everything that is to be sent for an account. */
export interface AccountTroubles {
	pause?: AccountPause;
	clockOff?: ClockOff;
}

/** What holds accounts up, by channel and account. */
export async function accountTroubles(db: Db): Promise<(account: AccountAddress) => AccountTroubles> {
	const found = new Map<string, AccountTroubles>();
	for (const { off_ms, ...row } of await TROUBLES.all(db, {})) {
		const known = found.get(keyOf(row)) ?? {};
		const seenAt = new Date(row.paused_at).toISOString();
		found.set(keyOf(row), {
			...known,
			...(off_ms === null ? { pause: pauseFrom(row) } : { clockOff: { ms: off_ms, seenAt } }),
		});
	}
	return (account) => found.get(keyOf(account)) ?? {};
}

const keyOf = ({ channel, account }: AccountAddress): string => `${channel}:${account}`;

/** In one question: it is asked with every plan, and each is a way to the server and back. */
const TROUBLES = fixedQuery((db) =>
	notResumed(db)
		.select(sql<number | null>`null`.as('off_ms'))
		.unionAll(
			db
				.selectFrom('account_clocks')
				.select(['channel', 'account', 'seen_at as paused_at'])
				.select([sql<number | null>`null`.as('until'), sql<number | null>`null`.as('code')])
				.select([sql<string>`''`.as('reason'), 'off_ms']),
		),
);
