import { effectOfError, type MetaError } from '../../messaging/errors/effect.ts';
import { pauseReason } from '../../messaging/errors/pause-reason.ts';
import type { Db } from '../database/db.ts';
import { pauseCredential, type Sender } from './credential-pauses.ts';
import { pauseAccount, type AccountAddress } from './pauses.ts';

/**
 * Trouble with the account pauses sending for it, trouble with a token or its permissions only for the one who sends with it:
 * the same for an answer and for a status webhook; told twice it has its effect once.
 */
export async function pauseForError(
	tx: Db,
	{ channel, account }: AccountAddress,
	error: MetaError,
	at: Date,
	sender: Sender = {},
): Promise<void> {
	const effect = effectOfError(channel, error, { from: 'answer' });
	if (effect.pauseAccountMs === undefined) return;
	const until = new Date(at.getTime() + effect.pauseAccountMs);
	const pause = { until, code: error.code, reason: pauseReason(effect, error.code) };
	if (effect.class !== 'credential') {
		await pauseAccount(tx, { channel, account }, pause, at);
		return;
	}
	// Of a message that nobody here sent, nobody here has the token.
	if (sender.credential === undefined && sender.chatbot === undefined) return;
	await pauseCredential(tx, { channel, account }, sender, pause, at);
}
