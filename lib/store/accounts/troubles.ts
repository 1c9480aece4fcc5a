import { sql } from 'kysely';
import type { AccountPause, ClockOff } from '../../messaging/conversation.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery } from '../database/fixed-query.ts';
import { concerns, credentialPauses, type CredentialPause, type Sender } from './credential-pauses.ts';
import { notResumed, pauseFrom, type AccountAddress } from './pauses.ts';

/** What holds up everything that is to be sent for an account. */
export interface AccountTroubles {
	pause?: AccountPause;
	clockOff?: ClockOff;
}

/**
 * What holds accounts up, by channel and account.
 * @param sender who is to send; what is in the way of others only is left out.
 */
export async function accountTroubles(
	db: Db,
	sender: Sender = {},
): Promise<(account: AccountAddress) => AccountTroubles> {
	const found = new Map<string, AccountTroubles>();
	for (const { off_ms, ...row } of await TROUBLES.all(db, {})) {
		const known = found.get(keyOf(row)) ?? {};
		const seenAt = new Date(row.paused_at).toISOString();
		found.set(keyOf(row), {
			...known,
			...(off_ms === null ? { pause: pauseFrom(row) } : { clockOff: { ms: off_ms, seenAt } }),
		});
	}
	for (const { sender: _sender, channel, account, ...pause } of await pausesOf(db, sender)) {
		const known = found.get(keyOf({ channel, account })) ?? {};
		// One whose time is over may still be there beside one that holds.
		if (known.pause && endOf(known.pause) >= endOf(pause)) continue;
		found.set(keyOf({ channel, account }), { ...known, pause });
	}
	return (account) => found.get(keyOf(account)) ?? {};
}

/** Of nobody in particular none is in the way. */
async function pausesOf(db: Db, sender: Sender): Promise<CredentialPause[]> {
	if (sender.credential === undefined && sender.chatbot === undefined) return [];
	return (await credentialPauses(db)).filter((pause) => concerns(pause, sender));
}

function endOf({ until }: AccountPause): number {
	return until === undefined ? Infinity : Date.parse(until);
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
