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

export interface OpenAiModelOptions {
	/** e.g. https://api.openai.com/v1 */
	baseUrl: string;
	/** May be empty where the server asks for none. */
	apiKey: string;
	model: string;
	/** Milliseconds until an unanswered request is given up. */
	timeoutMs?: number;
	/** How often a failed request is repeated. The SDK repeats 408, 409, 429, 5xx and network faults with back-off and Retry-After. */
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
	return new Client({
		baseURL: options.baseUrl,
		// The SDK refuses to start without a key; a server that wants none does not look at it.
		apiKey: options.apiKey || 'none',
		timeout: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
		maxRetries: options.maxRetries ?? DEFAULT_MAX_RETRIES,
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
	{ model, temperature }: OpenAiModelOptions,
	request: ModelRequest,
	format: Format,
): Promise<ChatCompletion> {
	return await client.chat.completions.create({
		model,
		messages: messagesOf(request, { schemaInText: format !== 'json_schema' }),
		...(temperature === undefined ? {} : { temperature }),
		...responseFormat(format, request),
	});
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
	headers?: { get(name: string): string | null };
}

function translated(error: unknown, { apiKey, model }: OpenAiModelOptions): unknown {
	if (error instanceof ModelAnswerError || error instanceof ModelConfigurationError) return error;
	const { status, code, message, headers } = error as SdkError;
	const seconds = Number.parseFloat(headers?.get('retry-after') ?? '');
	return translateFault(
		{
			status,
			message,
			...(code ? { code } : {}),
			...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {}),
		},
		{ credential: 'the OpenAI-Compatible API credential', model, secret: apiKey },
	);
}
