import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { CredentialTestContext } from 'n8n-core';
import type { ICredentialsDecrypted } from 'n8n-workflow';
import { metaMessagingApiTest } from '../../nodes/shared/test-meta.ts';
import { world } from '../../sandbox/world.ts';
import { closed, listening } from '../support/proxy.ts';
import { startSandboxProcess, type SandboxProcess } from '../support/sandbox.ts';

const TOKEN = 'EAAB-token-of-the-account';
const SECRET = 'secret-of-the-app';
const APP_ID = '1001';
const SCOPES = ['whatsapp_business_messaging', 'whatsapp_business_management'];
const HOUR_S = 3_600;

/** What Meta would say of the token; without a secret it does not look at signatures, as Instagram Login perhaps does not. */
interface Meta {
	looksAtProofs?: boolean;
	debug?: object | 'unknown';
}

const running: Server[] = [];
let sandbox: SandboxProcess | undefined;
afterEach(async () => void (await Promise.all(running.splice(0).map(closed))));
afterAll(async () => await sandbox?.close());

async function start({ looksAtProofs = true, debug = {} }: Meta): Promise<string> {
	const server = createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
		const token = request.headers.authorization?.replace('Bearer ', '');
		const reply = (status: number, body: object) =>
			void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
		const refuse = (code: number, message: string) => reply(400, { error: { code, message } });
		const isApp = token === `${APP_ID}|${SECRET}`;
		if (token !== TOKEN && !isApp)
			return token?.includes('|')
				? refuse(101, 'Error validating application. Invalid application ID.')
				: refuse(190, `Error validating access token: Session has expired. Token: ${token}`);
		const proof = searchParams.get('appsecret_proof');
		const right = createHmac('sha256', SECRET).update(TOKEN).digest('hex');
		if (proof !== null && looksAtProofs && proof !== right)
			return refuse(100, 'Invalid appsecret_proof provided in the API argument');
		if (pathname === '/v27.0/me') return reply(200, { id: '1', name: 'Clinic' });
		if (debug === 'unknown') return refuse(100, 'Unsupported get request. Object with ID debug_token');
		const facts = { app_id: APP_ID, is_valid: true, expires_at: 0, scopes: SCOPES, ...debug };
		reply(200, { data: facts });
	});
	running.push(server);
	return `http://127.0.0.1:${await listening(server)}`;
}

const tested = async (fields: Record<string, string>) =>
	await metaMessagingApiTest.call(new CredentialTestContext(undefined as never), {
		data: fields,
	} as unknown as ICredentialsDecrypted);

const RIGHT = {
	...{ accessToken: TOKEN, appId: APP_ID, appSecrets: SECRET, verifyToken: 'mine', graphVersion: 'v27.0' },
};
const seconds = (fromNow: number) => Math.floor(Date.now() / 1_000) + fromNow;

test.each<[string, Meta, Record<string, string>, 'OK' | 'Error', RegExp]>([
	['everything right', {}, {}, 'OK', /^Meta takes the Access Token, and the App Secret fits$/],
	['no App ID', {}, { appId: '' }, 'OK', /App Secret fits/],
	['the secret second', {}, { appSecrets: `instagram-secret, ${SECRET}` }, 'OK', /App Secret fits/],
	['an empty App Secret', {}, { appSecrets: ' ' }, 'Error', /App Secret is empty: every webhook would be/],
	['an empty Verify Token', {}, { verifyToken: '  ' }, 'Error', /Verify Token is empty/],
	['an empty Access Token', {}, { accessToken: '' }, 'Error', /Access Token is empty/],
	['a wrong token', {}, { accessToken: 'EAAB-another' }, 'Error', /Session has expired.*\(code 190\)/],
	['a wrong secret', {}, { appSecrets: 'not-of-the-app' }, 'Error', /does not fit.*Invalid appsecret_proof/],
	['a wrong secret without App ID', {}, { appSecrets: 'no', appId: '' }, 'Error', /does not fit/],
	[
		'a wrong App ID',
		{},
		{ appId: '9' },
		'Error',
		/App ID 9 and App Secret do not belong.*Invalid application ID/,
	],
	[
		'a token of another app',
		{ debug: { app_id: '77' } },
		{},
		'Error',
		/made with the app 77, and App ID is 1001/,
	],
	[
		'a token that was taken back',
		{ debug: { is_valid: false, error: { message: 'The session was invalidated' } } },
		{},
		'Error',
		/not valid: The session was invalidated/,
	],
	[
		'a token that ends soon',
		{ debug: { expires_at: seconds(23 * HOUR_S) } },
		{},
		'Error',
		/ends in 23 hours/,
	],
	['one of 60 days', { debug: { expires_at: seconds(60 * 24 * HOUR_S) } }, {}, 'OK', /fits/],
	[
		'no permissions',
		{ debug: { scopes: ['public_profile'] } },
		{},
		'Error',
		/may not send messages: it has public/,
	],
	['half of them', { debug: { scopes: [SCOPES[0]] } }, {}, 'Error', /lacks whatsapp_business_management/],
	['those of a Page', { debug: { scopes: ['pages_messaging'] } }, {}, 'OK', /fits/],
	['a Meta without debug call', { debug: 'unknown' }, {}, 'OK', /Not proven: when the token ends/],
	[
		'a Meta that looks at nothing',
		{ debug: 'unknown', looksAtProofs: false },
		{ appId: '' },
		'OK',
		/Not proven: the App Secret; when the token ends/,
	],
	[
		'a version that is none',
		{},
		{ graphVersion: '27' },
		'Error',
		/Graph Version is "27"; it must be one such as/,
	],
])('%s', async (_what, meta, fields, status, message) => {
	const graphBaseUrl = await start(meta);
	const verdict = await tested({ ...RIGHT, graphBaseUrl, ...fields });
	expect(verdict).toEqual({ status, message: expect.stringMatching(message) as string });
	for (const secret of [TOKEN, SECRET, 'EAAB-another']) expect(verdict.message).not.toContain(secret);
});

test.each(['graph.facebook.com', '', 'ftp://x', 'http://127.0.0.1:1'])(
	'the base URL %j is named',
	async (graphBaseUrl) => {
		const { status, message } = await tested({ ...RIGHT, graphBaseUrl });
		expect([status, message]).toEqual(['Error', expect.stringContaining(graphBaseUrl)]);
		expect(message).toMatch(/Graph Base URL/);
	},
);

test('the sandbox is tested like Meta', async () => {
	sandbox = await startSandboxProcess({});
	const { accessToken, appId, appSecret } = world;
	const right = { ...RIGHT, accessToken, appId, appSecrets: appSecret, graphBaseUrl: `${sandbox.url}/graph` };
	expect((await tested(right)).status).toBe('OK');
	expect(await tested({ ...right, appSecrets: 'not-its-secret' })).toMatchObject({
		...{ status: 'Error', message: expect.stringContaining('appsecret_proof') as string },
	});
});
