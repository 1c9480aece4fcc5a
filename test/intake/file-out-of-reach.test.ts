import { existsSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../../lib/index.ts';
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

test('what comes while the file is moved away is not taken for recorded, and is when it is back', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'meta-followup-moved-'));
	const [file, away] = [join(folder, 'store.sqlite'), join(folder, 'away.sqlite')];
	const { url, child } = await startIntakeProcess({ kind: 'sqlite', file });
	const comes = async (id: string) => {
		const body = JSON.stringify(whatsAppMessage('573002', 'Hello', new Date(), id));
		return (await deliver(`${url}/webhook`, body)).status;
	};
	expect(await comes('wamid.before')).toBe(200);
	renameSync(file, away);
	expect(await comes('wamid.meanwhile')).toBe(503);
	expect((await fetch(`${url}/readyz`)).status).toBe(503);
	expect(existsSync(file)).toBe(false);
	renameSync(away, file);
	await untilReadyIs(url, 200);
	expect(await comes('wamid.meanwhile')).toBe(200);
	await child.stop();
	const store = await openStore({ kind: 'sqlite', file });
	const said = await store.transcript('whatsapp:210000000000001:573002', 5);
	expect(said.map(({ id }) => id)).toEqual(['wamid.before', 'wamid.meanwhile']);
	await store.close();
});
