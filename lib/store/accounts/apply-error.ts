import { effectOfError, type MetaError } from '../../messaging/errors/effect.ts';
import { pauseReason } from '../../messaging/errors/pause-reason.ts';
import type { Db } from '../database/db.ts';
import { pauseAccount, type AccountAddress } from './pauses.ts';

/**
 * Account-wide trouble pauses sending for the account: the same for an answer and for a status webhook; told twice it has
 * its effect once.
 */
export async function pauseForError(
	tx: Db,
	{ channel, account }: AccountAddress,
	error: MetaError,
	at: Date,
): Promise<void> {
	const effect = effectOfError(channel, error, { from: 'answer' });
	if (effect.pauseAccountMs === undefined) return;
	const until = new Date(at.getTime() + effect.pauseAccountMs);
	const reason = pauseReason(effect, error.code);
	await pauseAccount(tx, { channel, account }, { until, code: error.code, reason }, at);
}
