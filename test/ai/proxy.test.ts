import { mkdtempSync } from 'node:fs';
import { createServer as createPlainServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { runCommand } from '../../harness/shared/child.ts';
import { PROJECT_DIR } from '../../harness/shared/project.ts';
import { newAuthority } from '../support/authority.ts';
import { closed, listening, startProxy, type Proxy } from '../support/proxy.ts';

/** A name that only the proxy knows. */
const HOST = 'model.example';
const PROGRAM = join(mkdtempSync(join(tmpdir(), 'meta-followup-proxy-')), 'ask-once.cjs');
const authority = newAuthority([HOST, '127.0.0.1']);

const answer: RequestListener = (request, response) => {
	request.resume();
	const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'here' } }];
	response.setHeader('content-type', 'application/json').end(JSON.stringify({ choices }));
};
const servers = { tls: createTlsServer(authority.server, answer), plain: createPlainServer(answer) };
const at = { tls: '', plain: '' };
let proxies: { tls: Proxy; plain: Proxy };

beforeAll(async () => {
	const [tls, plain] = [await listening(servers.tls), await listening(servers.plain)];
	[at.tls, at.plain] = [`https://127.0.0.1:${tls}/v1`, `http://127.0.0.1:${plain}/v1`];
	proxies = { tls: await startProxy({ [HOST]: tls }), plain: await startProxy({ [HOST]: plain }) };
	await build({
		...{ entryPoints: [join(PROJECT_DIR, 'test', 'ai', 'support', 'ask-once.ts')], outfile: PROGRAM },
		...{ bundle: true, platform: 'node', format: 'cjs', external: ['pg-native'] },
		logLevel: 'error',
	});
});
beforeEach(() => {
	for (const proxy of Object.values(proxies)) proxy.asked.length = proxy.passwords.length = 0;
});
afterAll(async () => {
	await Promise.all(Object.values(servers).map(closed));
	await Promise.all(Object.values(proxies).map(async (proxy) => await proxy.close()));
});

/** What the program answers that is started with these variables and none of its parent's. */
async function asked(baseUrl: string, env: Record<string, string>): Promise<string> {
	const { log } = await runCommand({
		...{ name: 'the program', command: process.execPath, args: [PROGRAM, baseUrl], seconds: 60 },
		env: { PATH: process.env.PATH, ...env },
	});
	return log.lines.map((line) => /^answer: (.*)$/.exec(line)?.[1]).find(Boolean) ?? log.last('It said');
}

const trusting = { NODE_EXTRA_CA_CERTS: authority.file };
const through = (kind: 'tls' | 'plain', login = '') => `http://${login}127.0.0.1:${proxies[kind].port}`;

describe('a model server behind a proxy is asked as n8n asks:', () => {
	test.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])(
		'%s tunnels, and the company’s authority is trusted',
		async (name) => {
			expect(await asked(`https://${HOST}/v1`, { [name]: through('tls'), ...trusting })).toBe('here');
			expect(proxies.tls.asked).toEqual([`CONNECT ${HOST}:443`]);
		},
	);

	test.each(['HTTP_PROXY', 'http_proxy'])('%s fetches a plain address', async (name) => {
		expect(await asked(`http://${HOST}/v1`, { [name]: through('plain') })).toBe('here');
		expect(proxies.plain.asked).toEqual([`POST http://${HOST}/v1/chat/completions`]);
	});

	test.each([
		['tls', 'HTTPS_PROXY', `https://${HOST}/v1`],
		['plain', 'HTTP_PROXY', `http://${HOST}/v1`],
	] as const)('a proxy with a password gets it (%s)', async (kind, name, url) => {
		expect(await asked(url, { [name]: through(kind, 'me:secret@'), ...trusting })).toBe('here');
		expect(proxies[kind].passwords).toEqual([`Basic ${Buffer.from('me:secret').toString('base64')}`]);
	});

	test.each(['NO_PROXY', 'no_proxy'])('what %s names is asked directly', async (name) => {
		const env = { HTTPS_PROXY: through('tls'), HTTP_PROXY: through('plain'), [name]: 'localhost,127.0.0.1' };
		expect(await asked(at.tls, { ...env, ...trusting })).toBe('here');
		expect(await asked(at.plain, env)).toBe('here');
		expect([...proxies.tls.asked, ...proxies.plain.asked]).toEqual([]);
	});
});

test('the authority of NODE_EXTRA_CA_CERTS holds without a proxy too', async () => {
	expect(await asked(at.tls, trusting)).toBe('here');
});

test('a stranger’s certificate is not taken, with a proxy or without', async () => {
	expect(await asked(at.tls, {})).toBe('ModelUnavailableError');
	expect(await asked(`https://${HOST}/v1`, { HTTPS_PROXY: through('tls') })).toBe('ModelUnavailableError');
	expect(proxies.tls.asked).toEqual([`CONNECT ${HOST}:443`]);
});

test('a proxy that is not there leaves the model unavailable', async () => {
	expect(await asked(`https://${HOST}/v1`, { HTTPS_PROXY: 'http://127.0.0.1:9' })).toBe(
		'ModelUnavailableError',
	);
});
