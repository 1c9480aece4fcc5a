import { nextTurn, type Pace } from '../../messaging/pace.ts';
import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import { paceOf } from '../../messaging/platform-limits.ts';
import type { Db } from '../database/db.ts';
import type { AccountAddress } from '../accounts/pauses.ts';

export interface TurnRequest extends AccountAddress {
	contact: string;
	isMedia?: boolean;
	/** What the account may send; less with coexistence (20), more where Meta raised it. */
	perSecond?: number;
	/** Turns further ahead than this are not taken; more than a minute counts as a minute. */
	mostWaitMs: number;
}

export interface TurnAnswer {
	/** How long until the message may go; a stretch and not a time, because clocks differ between machines. */
	waitMs: number;
	/** Whether the turn is ours; if not, ask again after that time. */
	taken: boolean;
}

/** After this time of rest every limit is back at its beginning. */
const REST_MS = 10 * 60_000;
/** Nobody takes a turn further ahead, so that one that lies there was left by a clock that ran ahead. */
const MOST_AHEAD_MS = 60_000;
/** Two who send for one number may have been told different paces, and the burst of the slower one reaches further. */
const OTHER_PACE_MS = 5_000;

/**
 * Takes a turn to send, so that all processes together keep Meta's limits. A turn of the number may lie a little ahead; one
 * of the customer is not taken ahead, because it would hold up everybody else.
 */
export async function takeTurn(db: Db, request: TurnRequest, now: Date): Promise<TurnAnswer> {
	const { channel, account, isMedia } = request;
	const mostWaitMs = Math.min(request.mostWaitMs, MOST_AHEAD_MS);
	const { perSecond, toOneCustomer } = CHANNEL_FACTS[channel].pace;
	const usual = perSecond[isMedia ? 'media' : 'text'];
	const number = {
		key: `${channel}:${account}${isMedia ? ':media' : ''}`,
		pace: paceOf(request.perSecond ?? usual),
	};
	const pair = toOneCustomer && { key: pairKey(request), pace: toOneCustomer };
	const time = now.getTime();
	return await db.transaction().execute(async (tx) => {
		await forgetRested(tx, time);
		const known = await lockedRows(tx, [number.key, ...(pair ? [pair.key] : [])], time);
		const next = (key: string, pace: Pace, at: number) =>
			nextTurn(known.get(key), pace, at, MOST_AHEAD_MS + OTHER_PACE_MS);
		const pairTurn = pair && next(pair.key, pair.pace, time);
		if (pairTurn && pairTurn.at > time) return { waitMs: pairTurn.at - time, taken: false };
		const turn = next(number.key, number.pace, time);
		if (turn.at - time > mostWaitMs) return { waitMs: turn.at - time, taken: false };
		await save(tx, number.key, turn.freeAt);
		if (pair) {
			// It goes at the number's turn, so the customer's pace counts from there.
			await save(tx, pair.key, next(pair.key, pair.pace, turn.at).freeAt);
		}
		return { waitMs: turn.at - time, taken: true };
	});
}

/** Under which key the pace to one customer is kept. */
export function pairKey({ channel, account, contact }: AccountAddress & { contact: string }): string {
	return `${channel}:${account}:to:${contact}`;
}

/** Without waiting for what somebody else takes a turn by: they may be waiting for us. */
async function forgetRested(tx: Db, time: number): Promise<void> {
	await tx
		.deleteFrom('send_pace')
		.where('key', 'in', (rested) =>
			rested
				.selectFrom('send_pace')
				.select('key')
				.where('free_at', '<', time - REST_MS)
				.forUpdate()
				.skipLocked(),
		)
		.execute();
}

/** The rows of the limits, made if they are not there and held against other processes. */
async function lockedRows(tx: Db, keys: string[], time: number): Promise<Map<string, number>> {
	const sorted = [...keys].sort();
	await tx
		.insertInto('send_pace')
		.values(sorted.map((key) => ({ key, free_at: time })))
		.onConflict((conflict) => conflict.column('key').doNothing())
		.execute();
	const rows = await tx
		.selectFrom('send_pace')
		.selectAll()
		.where('key', 'in', sorted)
		.orderBy('key')
		.forNoKeyUpdate()
		.execute();
	return new Map(rows.map(({ key, free_at }) => [key, free_at]));
}

async function save(tx: Db, key: string, free_at: number): Promise<void> {
	await tx.updateTable('send_pace').set({ free_at }).where('key', '=', key).execute();
}
