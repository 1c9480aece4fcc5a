import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningN8n } from '../n8n/start.ts';
import { CHECK_NAMES, check, type Check } from './checks.ts';
import { forgedBody } from './forged-body.ts';
import type { SandboxClient } from './sandbox-client.ts';
import { storedRows, storedWith } from './store-file.ts';

const TEXT = 'this message was forged';
/** Time in which a mistake would show: an execution starts within some hundred milliseconds. */
const SHOWS_WITHIN_MS = 2_000;

/** Posts a delivery with a forged signature while all is quiet, and looks for any trace of it. */
export async function checkForgery(sandbox: SandboxClient, n8n: RunningN8n): Promise<Check> {
	const before = traces(n8n);
	const { status } = await sandbox.deliverForged(forgedBody(TEXT));
	await sleep(SHOWS_WITHIN_MS);
	const after = traces(n8n);
	const found = storedWith(n8n.userFolder, TEXT);
	return check(CHECK_NAMES.forged, [
		{ ok: status === 401, found: `the answer is ${status} (expected 401)` },
		{
			ok: found === 0 && after.messages === before.messages,
			found: `messages in the store: ${before.messages} before, ${after.messages} after, ${found} of them forged`,
		},
		{
			ok: after.executions === before.executions,
			found: `executions by webhook: ${before.executions} before, ${after.executions} after`,
		},
	]);
}

/** Only what a delivery starts: a follow-up that waits for the business is looked at again and again meanwhile. */
function traces(n8n: RunningN8n) {
	const started = n8n.executions().filter(({ mode }) => mode === 'webhook');
	return { messages: storedRows(n8n.userFolder, 'messages').length, executions: started.length };
}
