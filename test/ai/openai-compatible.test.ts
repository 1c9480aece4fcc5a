import { ModelConfigurationError, decideFollowUps, type OpenAiModelOptions } from '../../lib/index.ts';
import { useModelServer } from './support/model-server.ts';
import { story } from './support/story.ts';

const server = useModelServer();

const atOnce = { headers: { 'retry-after': '0' } };
const noRepeats = { maxRetries: 0 };

async function decide(options: Partial<OpenAiModelOptions> = {}, input = story()) {
	const decisions = await decideFollowUps({ ...input, model: server.model(options) });
	return decisions[0];
}

describe('a server with structured outputs', () => {
	test('decides in one request, and the decision tells what it cost', async () => {
		const decision = await decide();
		expect(decision).toMatchObject({
			...{ action: 'send', code: 'decided_send', confidence: 0.9 },
			content: { kind: 'text', text: 'Hola, ¿seguimos con tu cita? (mensaje de prueba)' },
			use: { model: 'sandbox-rules-1', calls: 1 },
		});
		expect(decision?.use?.inputTokens).toBeGreaterThan(300);
		expect(decision?.use?.outputTokens).toBeGreaterThan(20);
		const calls = await server.calls();
		expect(calls.map(({ status, request }) => [status, request.response_format?.type])).toEqual([
			[200, 'json_schema'],
		]);
	});
});

describe('a server without structured outputs', () => {
	test('is asked in JSON mode, and from then on only so', async () => {
		await server.settings({ modelJsonSchema: false });
		const model = server.model();
		for (const input of [story(), story({ channel: 'messenger' })])
			expect((await decideFollowUps({ ...input, model }))[0]).toMatchObject({
				action: 'send',
				use: { calls: 1 },
			});
		const calls = await server.calls();
		expect(calls.map(({ status, request }) => [status, request.response_format?.type])).toEqual([
			[400, 'json_schema'],
			[200, 'json_object'],
			[200, 'json_object'],
		]);
		expect(calls[1]?.request.messages[0]?.content).toContain('JSON schema');
	});

	test('that knows no JSON mode either is asked in plain text', async () => {
		await server.settings({ modelJsonSchema: false });
		await server.fault({ status: 400, message: "Unknown parameter: 'response_format'.", count: 2 });
		expect(await decide()).toMatchObject({ action: 'send' });
		expect((await server.calls()).map(({ request }) => request.response_format?.type)).toEqual([
			'json_schema',
			'json_object',
			undefined,
		]);
	});
});

describe('an answer that cannot be used', () => {
	test.each([
		['refusal', 'ai_refused', 1],
		['length', 'ai_answer_cut_off', 2],
		['invalid_json', 'ai_answer_unusable', 2],
		['wrong_schema', 'ai_answer_unusable', 2],
		['unknown_names', 'ai_answer_unusable', 2],
	])(
		'%s twice: nothing is sent, it ends as %s after %i requests, and their tokens are counted',
		async (mode, code, requests) => {
			await server.fault({ mode, count: 2 });
			const decision = await decide();
			expect(decision).toMatchObject({ action: 'skip', code, use: { calls: requests } });
			expect(decision?.use?.inputTokens).toBeGreaterThan(300 * requests);
			expect(await server.calls()).toHaveLength(requests);
		},
	);

	test.each(['length', 'invalid_json', 'wrong_schema', 'unknown_names'])(
		'%s once is mended by asking again with the complaint',
		async (mode) => {
			await server.fault({ mode });
			expect(await decide()).toMatchObject({ action: 'send', use: { calls: 2 } });
			const [first, second] = await server.calls();
			expect(JSON.stringify(second?.request.messages).length).toBeGreaterThan(
				JSON.stringify(first?.request.messages).length,
			);
		},
	);
});

describe('a server in trouble', () => {
	test.each([408, 409, 429, 500, 502, 503])('HTTP %i is repeated with its Retry-After', async (status) => {
		await server.fault({ status, count: 2, ...atOnce });
		expect(await decide()).toMatchObject({ action: 'send', use: { calls: 1 } });
		expect((await server.calls()).map((call) => call.status)).toEqual([status, status, 200]);
	});

	test('that answers with no choices: the follow-up waits', async () => {
		await server.fault({ mode: 'empty_choices', count: 3 });
		expect(await decide()).toMatchObject({ action: 'wait', code: 'ai_retry' });
	});

	test('that stays so: the follow-up waits, with nothing spent', async () => {
		await server.fault({ status: 503, count: 3, ...atOnce });
		const decision = await decide();
		expect(decision).toMatchObject({ action: 'wait', code: 'ai_retry' });
		expect(decision?.use?.inputTokens).toBeUndefined();
		expect(await server.calls()).toHaveLength(3);
	});

	test.each([
		[{ 'retry-after': '3600' }],
		[{ 'retry-after-ms': '3600000' }],
		[{ 'retry-after': 'Mon, 05 Jan 2026 13:00:00 GMT', date: 'Mon, 05 Jan 2026 12:00:00 GMT' }],
	])('%j is not slept through, and the server left alone: the queue waits for it', async (headers) => {
		await server.fault({ status: 429, headers, count: 3 });
		const input = story();
		const decision = await decide({}, input);
		expect(decision?.until).toBe(new Date(input.now.getTime() + 3_600_000).toISOString());
		expect(await server.calls()).toHaveLength(1);
	});

	test('a fault that the server says will not pass is not repeated', async () => {
		await server.fault({ status: 503, headers: { ...atOnce.headers, 'x-should-retry': 'false' }, count: 3 });
		expect(await decide()).toMatchObject({ code: 'ai_retry' });
		expect(await server.calls()).toHaveLength(1);
	});

	test.each([
		['hangs', { hang: true }, { ...noRepeats, timeoutMs: 150 }],
		['cuts the connection', { reset: true }, noRepeats],
	])('that %s: the follow-up waits', async (_what, fault, options) => {
		await server.fault(fault);
		expect(await decide(options)).toMatchObject({ action: 'wait', code: 'ai_retry' });
	});

	test('that is not there: the follow-up waits', async () => {
		expect(await decide({ ...noRepeats, baseUrl: 'http://127.0.0.1:9/v1' })).toMatchObject({
			code: 'ai_retry',
		});
	});
});

describe('a setting that a person must mend', () => {
	const thrownBy = async (options: Partial<OpenAiModelOptions>) => {
		const error: unknown = await decide(options).catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(ModelConfigurationError);
		return error as ModelConfigurationError;
	};

	test('a wrong key is named, never shown', async () => {
		const { message, advice } = await thrownBy({ apiKey: 'sk-secret-of-mine' });
		expect(message).toContain('refused the key');
		expect(advice).toContain('OpenAI-Compatible API credential');
		expect(`${message} ${advice}`).not.toContain('sk-secret-of-mine');
	});

	test('a key that the server repeats is hidden', async () => {
		await server.fault({ status: 400, message: 'Bad request by sandbox-model-key', count: 4 });
		expect((await thrownBy({})).message).not.toContain('sandbox-model-key');
	});

	test('an unknown model is named', async () => {
		expect((await thrownBy({ model: 'gpt-none' })).message).toContain('"gpt-none"');
	});

	test('an empty balance does not count as a busy server', async () => {
		const body = { error: { message: 'You exceeded your quota', code: 'insufficient_quota' } };
		await server.fault({ status: 429, body, count: 3, ...atOnce });
		expect((await thrownBy({})).message).toContain('balance');
	});

	test('an address where something else answers is recognised', async () => {
		await server.fault({
			status: 200,
			body: '<html>Welcome</html>',
			headers: { 'content-type': 'text/html' },
		});
		expect((await thrownBy({})).advice).toContain('base URL');
	});
});

test('a conversation too long for the model ends alone', async () => {
	const body = {
		error: { message: 'maximum context length is 8192 tokens', code: 'context_length_exceeded' },
	};
	await server.fault({ status: 400, body });
	expect(await decide()).toMatchObject({ action: 'skip', code: 'ai_too_long' });
});

test('a server that asks for no key is asked without one', async () => {
	// The sandbox wants its key; what counts is that the request is made and refused by the server, not by the client.
	await expect(decide({ apiKey: '' })).rejects.toThrow('HTTP 401');
	expect(await server.calls()).toHaveLength(0);
});
