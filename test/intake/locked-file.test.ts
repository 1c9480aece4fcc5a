import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startIntakeProcess, untilReadyIs } from '../support/intake-process.ts';
import { deliver, whatsAppMessage } from '../support/webhook-body.ts';

test('while another program holds the file it is not ready, and records when it is let go', async () => {
	const file = join(mkdtempSync(join(tmpdir(), 'meta-followup-locked-')), 'store.sqlite');
	const { url, child } = await startIntakeProcess({ kind: 'sqlite', file });
	const other = new DatabaseSync(file);
	other.exec('begin immediate');
	await untilReadyIs(url, 503);
	expect((await fetch(`${url}/healthz`)).status).toBe(200);
	const answer = deliver(`${url}/webhook`, JSON.stringify(whatsAppMessage('573001', 'Hello', new Date())));
	other.exec('commit');
	expect((await answer).status).toBe(200);
	await untilReadyIs(url, 200);
	other.close();
	await child.stop();
});
