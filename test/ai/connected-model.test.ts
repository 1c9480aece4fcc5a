import {
	ModelAnswerError,
	ModelConfigurationError,
	ModelUnavailableError,
	decideFollowUps,
} from '../../lib/index.ts';
import { connectedModel, type ChatModel } from '../../nodes/FollowUpEvaluate/connected-model.ts';
import { GOOD_TEXT, answerOf } from './support/scripted-model.ts';
import { story } from './support/story.ts';

const answering = (reply: unknown, more: object = {}): ChatModel => ({ invoke: async () => reply, ...more });
const failing = (error: unknown): ChatModel => ({
	invoke: async () => {
		throw error;
	},
});
const decide = async (chatModel: ChatModel) =>
	(await decideFollowUps({ ...story(), model: connectedModel(chatModel) }))[0];
const request = { system: 'frame', user: 'data', schema: { type: 'object' } };

describe('any form of answer is read', () => {
	const json = answerOf();
	test.each([
		['a text', json],
		['a fenced text', `Here you are:\n\`\`\`json\n${json}\n\`\`\`\nAnything else?`],
		['reasoning before it', `<think>Maybe {"trigger": false}? No {braces}.</think>${json}`],
		['one block', [{ type: 'text', text: json }]],
		[
			'blocks with reasoning',
			[
				{ type: 'reasoning', reasoning: '{' },
				{ type: 'text', text: json },
			],
		],
		[
			'a text in pieces',
			[
				{ type: 'text', text: json.slice(0, 40) },
				{ type: 'text', text: json.slice(40) },
			],
		],
		['plain strings', [json]],
		['reasoning only', [{ type: 'reasoning', reasoning: `They asked. ${json}` }]],
	])('%s', async (_form, content) => {
		expect(await decide(answering({ content }))).toMatchObject({
			content: { kind: 'text', text: GOOD_TEXT },
		});
	});
});

test.each([
	['a language model that is no chat model', answerOf()],
	[
		'a model that thinks and leaves its content empty',
		{ content: '', additional_kwargs: { reasoning_content: answerOf() } },
	],
	[
		"OpenAI's Responses, whole",
		{
			content: [{ type: 'text', text: answerOf() }],
			response_metadata: { object: 'response', status: 'completed', incomplete_details: null },
		},
	],
])('%s is read', async (_what, reply) => {
	expect(await decide(answering(reply))).toMatchObject({ content: { kind: 'text', text: GOOD_TEXT } });
});

test('it is asked in plain messages that carry the schema', async () => {
	let asked: unknown;
	const model = connectedModel({
		invoke: async (messages) => {
			asked = messages;
			return { content: '{}' };
		},
	});
	await model.answer(request);
	expect(asked).toEqual([
		{ role: 'system', content: expect.stringContaining('{"type":"object"}') },
		{ role: 'user', content: 'data' },
	]);
});

test.each([
	['usage_metadata', { usage_metadata: { input_tokens: 7, output_tokens: 3 } }],
	['tokenUsage', { response_metadata: { tokenUsage: { promptTokens: 7, completionTokens: 3 } } }],
])('tokens are read from %s', async (_where, more) => {
	const answer = await connectedModel(answering({ content: 'x', ...more })).answer(request);
	expect(answer).toEqual({ text: 'x', inputTokens: 7, outputTokens: 3 });
});

test('the log gets the name the chat model gives itself', () => {
	expect(connectedModel(answering({}, { modelName: 'gpt-5-mini' })).name).toBe('gpt-5-mini');
	expect(connectedModel(answering({}, { model: 'claude-x' })).name).toBe('claude-x');
	expect(connectedModel(answering({})).name).toBe('connected chat model');
});

describe('what goes wrong in a chat model has the same ends', () => {
	test.each([
		['HTTP 401', { status: 401 }, ModelConfigurationError],
		['HTTP 404 under response', { response: { status: 404 } }, ModelConfigurationError],
		['HTTP 429 wrapped by n8n', { message: 'wrapped', cause: { httpCode: '429' } }, ModelUnavailableError],
		['HTTP 503', { statusCode: 503 }, ModelUnavailableError],
		['HTTP 503 as Ollama has it', { status_code: 503 }, ModelUnavailableError],
		['a code of LangChain', { lc_error_code: 'MODEL_AUTHENTICATION' }, ModelConfigurationError],
		['no status at all', new Error('socket hang up'), ModelUnavailableError],
		['context_length_exceeded', { status: 400, code: 'context_length_exceeded' }, ModelAnswerError],
	])('%s', async (_what, error, expected) => {
		await expect(connectedModel(failing(error)).answer(request)).rejects.toBeInstanceOf(expected);
	});

	test.each([
		['finish_reason length', { content: 'x', response_metadata: { finish_reason: 'length' } }, 'cut_off'],
		['stop_reason max_tokens', { content: 'x', response_metadata: { stop_reason: 'max_tokens' } }, 'cut_off'],
		['stop_reason refusal', { content: '', response_metadata: { stop_reason: 'refusal' } }, 'refused'],
		['a refusal beside the text', { content: '', additional_kwargs: { refusal: 'No.' } }, 'refused'],
		['done_reason of Ollama', { content: 'x', response_metadata: { done_reason: 'length' } }, 'cut_off'],
		['finishReason of Mistral', { content: 'x', response_metadata: { finishReason: 'length' } }, 'cut_off'],
		[
			'finishReason of Google',
			{ content: 'x', additional_kwargs: { finishReason: 'MAX_TOKENS' } },
			'cut_off',
		],
		[
			'stopReason of Bedrock',
			{ content: 'x', response_metadata: { messageStop: { stopReason: 'max_tokens' } } },
			'cut_off',
		],
		[
			"incomplete_details of OpenAI's Responses",
			{
				content: [{ type: 'text', text: 'x', annotations: [] }],
				response_metadata: {
					object: 'response',
					status: 'incomplete',
					incomplete_details: { reason: 'max_output_tokens' },
				},
			},
			'cut_off',
		],
		[
			'finishReason SAFETY of Google',
			{ content: '', response_metadata: { finishReason: 'SAFETY' } },
			'refused',
		],
		['nothing', { content: [] }, 'empty'],
	])('%s', async (_what, reply, kind) => {
		await expect(connectedModel(answering(reply)).answer(request)).rejects.toMatchObject({ kind });
	});

	test("the server's words are kept, not what n8n makes of its status", async () => {
		const wrapped = {
			message: 'Authorization failed',
			httpCode: '404',
			cause: { message: 'no model x here' },
		};
		await expect(connectedModel(failing(wrapped)).answer(request)).rejects.toThrow('no model x here');
	});

	test.each([
		['as LangChain has it', { status: 429, retryAfterMs: 90_000 }],
		['in headers', { status: 429, headers: { 'retry-after': '90' } }],
		['in headers of fetch', { status: 429, headers: new Headers({ 'retry-after': '90' }) }],
	])('how long it has to be left alone is read %s', async (_where, error) => {
		await expect(connectedModel(failing(error)).answer(request)).rejects.toMatchObject({
			retryAfterMs: 90_000,
		});
	});

	test('an answer that breaks off without saying so is cut off', async () => {
		const cut = answerOf().slice(0, -20);
		expect(await decide(answering({ content: `Of course:\n${cut}` }))).toMatchObject({
			action: 'skip',
			code: 'ai_answer_cut_off',
		});
	});

	describe("what Google's filter holds back is refused, not awaited:", () => {
		const stumbling = (field: string) =>
			new TypeError(`Cannot read properties of undefined (reading '${field}')`);

		test('an answer', async () => {
			await expect(connectedModel(failing(stumbling('parts'))).answer(request)).rejects.toMatchObject({
				kind: 'refused',
			});
		});

		test.each([
			['a question', { blockReason: 'PROHIBITED_CONTENT' }, ModelAnswerError],
			['but not an answer without any choice', undefined, ModelUnavailableError],
		])('%s', async (_what, filters, expected) => {
			const chatModel: ChatModel = {
				invoke: async (_messages, { callbacks = [] } = {}) => {
					for (const one of callbacks as { handleLLMEnd(output: object): void }[])
						one.handleLLMEnd({ generations: [[]], llmOutput: { filters } });
					throw stumbling('message');
				},
			};
			await expect(connectedModel(chatModel).answer(request)).rejects.toBeInstanceOf(expected);
		});
	});

	test('Mistral gets no signal, with which it would not tell how its answer ended; the others get it', async () => {
		const given: boolean[] = [];
		for (const kind of ['mistral_ai', 'openai']) {
			const chatModel: ChatModel = {
				_llmType: () => kind,
				invoke: async (_messages, options = {}) => {
					given.push('signal' in options);
					return { content: 'x' };
				},
			};
			await connectedModel(chatModel).answer(request);
		}
		expect(given).toEqual([false, true]);
	});

	test('silence ends by the clock, also where the model does not heed the signal', async () => {
		const silent: ChatModel = { invoke: async () => await new Promise(() => {}) };
		await expect(connectedModel(silent, { timeoutMs: 20 }).answer(request)).rejects.toBeInstanceOf(
			ModelUnavailableError,
		);
	});
});
