import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startProgram } from '../../harness/shared/child.ts';
import { freePorts } from '../../harness/shared/ports.ts';
import { PROJECT_DIR } from '../../harness/shared/project.ts';
import { temporaryFolder } from '../../harness/shared/temporary-folder.ts';
import { waitUntil } from '../../harness/shared/wait-until.ts';
import { openStore, readIntakeSettings } from '../../lib/index.ts';
import { leftOut } from '../support/debian-tools.ts';
import { startIntakeProcess, VERIFY_TOKEN } from '../support/intake-process.ts';
import { startPostgres } from '../support/postgres.ts';
import { deliver, whatsAppMessage } from '../support/webhook-body.ts';

const FOLDER = join(PROJECT_DIR, 'docs', 'compose');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const compose = read('compose.yaml');
const service = (name: string) =>
	compose.split(/^ {2}(?=\w)/m).find((one) => one.startsWith(`${name}:`)) ?? '';
/** The settings of a service, with every variable of .env filled in. */
const environment = (name: string): Record<string, string> =>
	Object.fromEntries(
		[...service(name).matchAll(/^ {6}([A-Z][A-Z_\d]*): '?([^'\n]*)'?$/gm)].map(([, key = '', value = '']) => [
			key,
			value.replaceAll(/\$\{\w+(:\?[^}]*)?\}/g, 'filled'),
		]),
	);

test('the intake of the Compose file is started with settings that it understands', () => {
	expect(readIntakeSettings(environment('intake'))).toMatchObject({
		...{ host: '0.0.0.0', port: 5680, verifyToken: 'filled' },
		store: { kind: 'postgres', connectionString: 'postgres://n8n:filled@postgres:5432/n8n' },
	});
	expect(service('intake')).toContain('/n8n-nodes-meta-followup/dist/bin/cli.js');
	expect(/image: (.*)/.exec(service('intake'))?.[1]).toBe(/image: (.*)/.exec(service('n8n'))?.[1]);
});

test('every variable that the Compose file asks for stands in env.example', () => {
	const asked = new Set([...compose.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
	const given = new Set([...read('env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name));
	expect(asked).toEqual(given);
});

const withCaddy = leftOut.includes('caddy') || leftOut.includes('postgresql') ? test.skip : test;
withCaddy('the proxy passes webhooks of Meta to the intake, and everything else to n8n', async () => {
	const postgres = await startPostgres();
	const connectionString = await postgres.newDatabase();
	const intake = await startIntakeProcess({ kind: 'postgres', connectionString });
	const n8n = createServer((request, response) => response.end(`n8n got ${request.url}`)).listen(0);
	await once(n8n, 'listening');
	const [port = 0, admin = 0] = await freePorts(2);
	const home = temporaryFolder('caddy');
	const url = `http://127.0.0.1:${port}`;
	const proxy = startProgram({
		...{ name: 'Caddy', command: 'caddy', args: ['run', '--config', join(FOLDER, 'Caddyfile')] },
		env: {
			...{ PATH: process.env.PATH, HOME: home, DOMAIN: url, CADDY_ADMIN: `127.0.0.1:${admin}` },
			...{ INTAKE: new URL(intake.url).host, N8N: `127.0.0.1:${(n8n.address() as AddressInfo).port}` },
		},
	});
	try {
		const answer = async (path: string) => await (await fetch(`${url}${path}`)).text();
		await waitUntil({
			...{ what: 'the proxy', seconds: 20, everyMs: 50, details: () => proxy.log.last('Caddy said') },
			probe: async () => ((await answer('/').catch(() => '')) === 'n8n got /' ? true : undefined),
		});
		expect(await answer('/webhook/1b3f/webhook')).toBe('n8n got /webhook/1b3f/webhook');
		expect(
			await answer(`/webhook?hub.mode=subscribe&hub.challenge=42&hub.verify_token=${VERIFY_TOKEN}`),
		).toBe('42');
		const body = JSON.stringify(whatsAppMessage('573001112233', 'Hello', new Date()));
		expect((await deliver(`${url}/webhook`, body)).status).toBe(200);
		expect((await deliver(`${url}/webhook`, body, { signature: 'sha256=00' })).status).toBe(401);
		const store = await openStore({ kind: 'postgres', connectionString });
		const { items } = await store.listConversations({}, { limit: 9 }, await store.now());
		expect(items.map(({ contact }) => contact.phone)).toEqual(['573001112233']);
		await store.close();
	} finally {
		await proxy.stop();
		n8n.close();
		await intake.child.stop();
		await postgres.stop();
	}
});
