import { createServer, type RequestListener, type Server } from 'node:http';
import { CredentialTestContext } from 'n8n-core';
import type { ICredentialsDecrypted } from 'n8n-workflow';
import { openAiCompatibleApiTest } from '../../nodes/shared/test-model-server.ts';
import { closed, listening } from '../support/proxy.ts';

const KEY = 'sk-right-key';
const running: Server[] = [];
afterEach(async () => void (await Promise.all(running.splice(0).map(closed))));

/** What a server answers: its list of models, and a question with a right key, a wrong one, or none. */
interface Behaviour {
	list?: 'public' | 'with key' | 'none';
	/** Looks at keys before it looks at the question, after it, or never. */
	looksAtKeys?: 'first' | 'later' | 'never';
	completions?: number;
}

async function start(behaviour: Behaviour): Promise<string> {
	const { list = 'with key', looksAtKeys = 'first', completions = 200 } = behaviour;
	const server = createServer(async (request, response) => {
		let body = '';
		for await (const part of request) body += String(part);
		const isKnown = request.headers.authorization === `Bearer ${KEY}`;
		const reply = (status: number, answer: object) =>
			response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
		const models = { data: [{ id: 'model-1' }] };
		if (request.url === '/v1/models') {
			if (list === 'none') return void reply(404, {});
			return void (list === 'public' || isKnown ? reply(200, models) : reply(401, {}));
		}
		if (request.url !== '/v1/chat/completions') return void reply(404, {});
		if (looksAtKeys === 'first' && !isKnown) return void reply(401, {});
		if (!(JSON.parse(body) as { model?: string }).model) return void reply(400, {});
		if (looksAtKeys === 'later' && !isKnown) return void reply(401, {});
		reply(completions, {});
	});
	running.push(server);
	return `http://127.0.0.1:${await listening(server)}/v1`;
}

const tested = async (baseUrl: string, apiKey: string) =>
	await openAiCompatibleApiTest.call(new CredentialTestContext(undefined as never), {
		data: { baseUrl, apiKey },
	} as unknown as ICredentialsDecrypted);

test.each<[string, Behaviour, string, 'OK' | 'Error', RegExp]>([
	['a right key', {}, KEY, 'OK', /takes the key.*Not proven: .*balance/],
	['a wrong key', {}, 'sk-other', 'Error', /refuses the API Key \(HTTP 401\)/],
	['no key where one is wanted', {}, '', 'Error', /asks for a key/],
	['a right key with a public list', { list: 'public' }, KEY, 'OK', /takes the key/],
	['a wrong key with a public list', { list: 'public' }, 'sk-other', 'Error', /refuses the API Key/],
	['no key with a public list', { list: 'public' }, '', 'Error', /asks for a key/],
	['a right key without a list', { list: 'none' }, KEY, 'OK', /takes the key/],
	[
		'a wrong key that is looked at late',
		{ list: 'public', looksAtKeys: 'later' },
		'sk-other',
		'Error',
		/refuses/,
	],
	[
		'a right key that is looked at late',
		{ list: 'public', looksAtKeys: 'later' },
		KEY,
		'OK',
		/answers with the model/,
	],
	['no key where none is wanted', { list: 'public', looksAtKeys: 'never' }, '', 'OK', /without a key/],
	[
		'a key that nobody can judge',
		{ list: 'public', looksAtKeys: 'never', completions: 404 },
		KEY,
		'OK',
		/Not proven: the key.*HTTP 404/,
	],
])('%s', async (_what, behaviour, apiKey, status, message) => {
	const result = await tested(await start(behaviour), apiKey);
	expect(result).toEqual({ status, message: expect.stringMatching(message) as unknown });
	expect(result.message).not.toContain(apiKey || KEY);
});

test.each(['/chat/completions', '/chat/completions/', '/models'])(
	'a Base URL that ends in %s is told what to write instead',
	async (path) => {
		const { status, message } = await tested(`https://model.example/v1${path}`, KEY);
		expect(status).toBe('Error');
		expect(message).toContain('Write https://model.example/v1 instead');
	},
);

test('something else at the address is no model server', async () => {
	const page: RequestListener = (_request, response) => response.end('<html>Welcome</html>');
	const server = createServer(page);
	running.push(server);
	const { status, message } = await tested(`http://127.0.0.1:${await listening(server)}`, KEY);
	expect({ status, message }).toMatchObject({
		status: 'Error',
		message: expect.stringContaining('/v1') as unknown,
	});
});

test.each(['', 'api.openai.com/v1', 'http://127.0.0.1:9/v1'])('nobody at %j: it is told', async (baseUrl) => {
	expect(await tested(baseUrl, KEY)).toMatchObject({ status: 'Error' });
});
