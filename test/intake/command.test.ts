import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIntake } from '../support/intake-process.ts';
import { sign } from '../support/webhook-body.ts';

const folder = mkdtempSync(join(tmpdir(), 'meta-followup-command-'));
const RIGHT = {
	...{ META_APP_SECRETS: 'hush-hush', META_VERIFY_TOKEN: 'token', PORT: '0' },
	FOLLOWUP_STORE: `sqlite:${join(folder, 'store.sqlite')}`,
};

const outcome = async (args: string[], env: Record<string, string> = {}) => {
	const child = await runIntake(args, env);
	const code = await child.ended;
	return { code, said: child.log.lines.join('\n') };
};

test.each([[['--help']], [['intake', '--help']], [['intake', '-h']], [['help']]])(
	'%j tells and ends',
	async (args) => {
		const { code, said } = await outcome(args);
		expect(code).toBe(0);
		expect(said).toContain('intake');
	},
);

test('the help of the intake names every variable and address', async () => {
	const { said } = await outcome(['intake', '--help']);
	for (const name of [
		...Object.keys(RIGHT),
		'HOST',
		'/webhook',
		'/healthz',
		'/readyz',
		'SIGTERM',
		'listening',
	])
		expect(said).toContain(name);
});

test('the version is that of the package', async () => {
	expect(await outcome(['--version'])).toMatchObject({
		code: 0,
		said: expect.stringMatching(/^\d+\.\d+\.\d+/),
	});
});

test.each<[string, string[], Record<string, string>, RegExp]>([
	['no command', [], {}, /intake/],
	['an unknown command', ['outtake'], {}, /no command "outtake"/],
	['an unknown option', ['intake', '--port', '80'], RIGHT, /--port/],
	['a word too many', ['intake', 'now'], RIGHT, /now/],
	['nothing set', ['intake'], {}, /META_APP_SECRETS[^]*META_VERIFY_TOKEN[^]*FOLLOWUP_STORE/],
	['a store of another kind', ['intake'], { ...RIGHT, FOLLOWUP_STORE: 'redis://h/1' }, /FOLLOWUP_STORE/],
	['a folder as the store', ['intake'], { ...RIGHT, FOLLOWUP_STORE: `sqlite:${folder}` }, /cannot be opened/],
	['a settings file that is not there', ['intake', '--settings', '/nowhere/.env'], RIGHT, /\/nowhere\/\.env/],
	[
		'a secret file that is not there',
		['intake'],
		{ META_APP_SECRETS_FILE: '/nowhere/s' },
		/META_APP_SECRETS_FILE/,
	],
	['a host that is none', ['intake'], { ...RIGHT, HOST: '203.0.113.1' }, /HOST/],
])('with %s it says what is wrong, and ends with 1', async (_what, args, env, words) => {
	const { code, said } = await outcome(args, env);
	expect(code).toBe(1);
	expect(said).toMatch(words);
	expect(said).not.toContain('hush-hush');
	expect(said).not.toMatch(/^\s+at /m);
	expect(said).not.toContain('listening');
});

test('a file that is no database is told apart', async () => {
	const file = join(folder, 'letter.txt');
	writeFileSync(file, 'Dear customer, '.repeat(1000));
	const { code, said } = await outcome(['intake'], { ...RIGHT, FOLLOWUP_STORE: `sqlite:${file}` });
	expect({ code, said }).toMatchObject({
		code: 1,
		said: expect.stringContaining('is no SQLite database') as string,
	});
});

test('a port that is taken is told with what to do', async () => {
	const other = createServer();
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	const { port } = other.address() as AddressInfo;
	const { code, said } = await outcome(['intake'], { ...RIGHT, PORT: String(port) });
	expect(code).toBe(1);
	expect(said).toContain(`Port ${port} of 127.0.0.1 is taken by another program`);
	await new Promise((resolve) => other.close(resolve));
});

test('settings may stand in a file and secrets in files of their own; the environment counts first', async () => {
	const [envFile, secretFile] = [join(folder, 'intake.env'), join(folder, 'secret')];
	writeFileSync(secretFile, 'from-the-file\n');
	writeFileSync(
		envFile,
		`# settings\nMETA_VERIFY_TOKEN="from env file"\nPORT=1\nFOLLOWUP_STORE=${RIGHT.FOLLOWUP_STORE}\n`,
	);
	const child = await runIntake(['intake', '--settings', envFile], {
		META_APP_SECRETS_FILE: secretFile,
		PORT: '0',
	});
	const [, url] = await child.line(/"listening":\s*"([^"]+)"/);
	const query = new URLSearchParams({
		...{ 'hub.mode': 'subscribe', 'hub.challenge': '1', 'hub.verify_token': 'from env file' },
	});
	expect((await fetch(`${url}/webhook?${query}`)).status).toBe(200);
	const headers = { 'x-hub-signature-256': sign('{}', 'from-the-file') };
	expect((await fetch(`${url}/webhook`, { method: 'POST', body: '{}', headers })).status).toBe(200);
	await child.stop();
	expect(child.exitCode).toBe(0);
});
