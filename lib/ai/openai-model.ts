import type OpenAI from 'openai';
import type {
	ChatCompletion,
	ChatCompletionCreateParamsNonStreaming,
} from 'openai/resources/chat/completions';
import { messagesOf } from './chat-messages.ts';
import {
	ModelAnswerError,
	ModelConfigurationError,
	type DecisionModel,
	type ModelAnswer,
	type ModelRequest,
} from './decision-model.ts';
import { translateFault, type HttpFault } from './http-fault.ts';
import { proxiedFetch } from './proxied-fetch.ts';
import { repeatRequest } from './repeat-request.ts';
import { retryAfterMsOf, type AnswerHeaders } from './retry-after.ts';

export interface OpenAiModelOptions {
	/** e.g. https://api.openai.com/v1 */
	baseUrl: string;
	/** May be empty where the server asks for none. */
	apiKey: string;
	model: string;
	/** Milliseconds until an unanswered request is given up. */
	timeoutMs?: number;
	/** How often a request is repeated at once after 408, 409, 429, 5xx or a network fault. */
	maxRetries?: number;
	/** Sent only when set: some models refuse it. */
	temperature?: number;
}

const DEFAULT_TIMEOUT_MS = 45_000;
const DEFAULT_MAX_RETRIES = 2;

/** What a server may understand of `response_format`, best first. */
const FORMATS = ['json_schema', 'json_object', 'text'] as const;
type Format = (typeof FORMATS)[number];

/** Loads the SDK on first use: n8n loads every node at start, and most starts never ask a model. */
async function createClient(options: OpenAiModelOptions): Promise<OpenAI> {
	const { OpenAI: Client } = await import('openai');
	const fetch = await proxiedFetch(options.baseUrl);
	return new Client({
		baseURL: options.baseUrl,
		// The SDK refuses to start without a key; a server that wants none does not look at it.
		apiKey: options.apiKey || 'none',
		timeout: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
		maxRetries: 0,
		...(fetch ? { fetch } : {}),
		// n8n's process may carry OPENAI_* variables that belong to something else.
		organization: null,
		project: null,
	});
}

/** Decisions by any server that speaks OpenAI's chat completions; JSON mode, then plain text where it knows no JSON schemas. */
export function openAiModel(options: OpenAiModelOptions): DecisionModel {
	let client: Promise<OpenAI> | undefined;
	let understood = 0;
	return {
		name: options.model,
		async answer(request) {
			client ??= createClient(options);
			for (;;) {
				const format = FORMATS[understood] ?? 'text';
				try {
					return read(await complete(await client, options, request, format));
				} catch (error) {
					if (format === 'text' || !refusesFormat(error)) throw translated(error, options);
					understood++;
				}
			}
		},
	};
}

async function complete(
	client: OpenAI,
	{ model, temperature, maxRetries = DEFAULT_MAX_RETRIES }: OpenAiModelOptions,
	request: ModelRequest,
	format: Format,
): Promise<ChatCompletion> {
	const body = {
		model,
		messages: messagesOf(request, { schemaInText: format !== 'json_schema' }),
		...(temperature === undefined ? {} : { temperature }),
		...responseFormat(format, request),
	};
	return await repeatRequest(async () => await client.chat.completions.create(body), maxRetries);
}

function responseFormat(
	format: Format,
	{ schema }: ModelRequest,
): Pick<ChatCompletionCreateParamsNonStreaming, 'response_format'> {
	if (format === 'text') return {};
	if (format === 'json_object') return { response_format: { type: 'json_object' } };
	return {
		response_format: {
			type: 'json_schema',
			json_schema: { name: 'follow_up_decision', strict: true, schema },
		},
	};
}

function read(completion: ChatCompletion): ModelAnswer {
	if (typeof completion !== 'object' || completion === null) {
		throw new ModelConfigurationError(
			'What answers at the base URL is not an OpenAI-compatible server',
			'Check the base URL in the OpenAI-Compatible API credential; it usually ends in /v1',
		);
	}
	const spent = {
		inputTokens: completion.usage?.prompt_tokens,
		outputTokens: completion.usage?.completion_tokens,
	};
	const choice = completion.choices?.[0];
	const refused = choice?.message?.refusal || choice?.finish_reason === 'content_filter';
	if (refused) throw new ModelAnswerError('refused', 'The model refused to answer', spent);
	if (choice?.finish_reason === 'length')
		throw new ModelAnswerError('cut_off', 'The answer was cut off at the token limit', spent);
	const text = choice?.message?.content;
	if (!text) throw new ModelAnswerError('empty', 'The model gave no answer at all', spent);
	return { text, ...spent };
}

function refusesFormat(error: unknown): boolean {
	const { status, message } = error as HttpFault;
	return (status === 400 || status === 422) && /response_format|json_schema|json_object/i.test(message);
}

interface SdkError {
	status?: number;
	code?: string | null;
	message: string;
	headers?: AnswerHeaders;
}

function translated(error: unknown, { apiKey, model }: OpenAiModelOptions): unknown {
	if (error instanceof ModelAnswerError || error instanceof ModelConfigurationError) return error;
	const { status, code, message, headers } = error as SdkError;
	const retryAfterMs = retryAfterMsOf(headers);
	return translateFault(
		{
			status,
			message,
			...(code ? { code } : {}),
			...(retryAfterMs === undefined ? {} : { retryAfterMs }),
		},
		{ credential: 'the OpenAI-Compatible API credential', model, secret: apiKey },
	);
}
