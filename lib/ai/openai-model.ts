import type OpenAI from 'openai';
import type { ChatCompletion, ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import {
	ModelAnswerError,
	ModelConfigurationError,
	ModelUnavailableError,
	type DecisionModel,
	type ModelAnswer,
	type ModelRequest,
} from './decision-model';
import { schemaInstruction } from './frame';

export interface OpenAiModelOptions {
	/** e.g. https://api.openai.com/v1 */
	baseUrl: string;
	apiKey: string;
	model: string;
	/** Milliseconds until an unanswered request is given up. */
	timeoutMs?: number;
	/** Sent only when set: some models refuse it. */
	temperature?: number;
}

const DEFAULT_TIMEOUT_MS = 60_000;
/** The SDK repeats 408, 409, 429, 5xx and network faults with back-off and Retry-After. */
const MAX_RETRIES = 2;

/** Loads the SDK on first use: n8n loads every node at start, and most starts never ask a model. */
export async function createClient({ baseUrl, apiKey, timeoutMs }: OpenAiModelOptions): Promise<OpenAI> {
	const { OpenAI: Client } = await import('openai');
	return new Client({
		baseURL: baseUrl,
		apiKey,
		timeout: timeoutMs ?? DEFAULT_TIMEOUT_MS,
		maxRetries: MAX_RETRIES,
		// n8n's process may carry OPENAI_* variables that belong to something else.
		organization: null,
		project: null,
	});
}

/** Decisions by any server that speaks OpenAI's chat completions; JSON mode where it does not know JSON schemas. */
export function openAiModel(options: OpenAiModelOptions): DecisionModel {
	let knowsSchemas = true;
	return {
		name: options.model,
		async answer(request) {
			const client = await createClient(options);
			if (knowsSchemas) {
				try {
					return read(await complete(client, options, request, true));
				} catch (error) {
					if (!refusesSchemas(error)) throw translated(error, options);
					knowsSchemas = false;
				}
			}
			try {
				return read(await complete(client, options, request, false));
			} catch (error) {
				throw translated(error, options);
			}
		},
	};
}

async function complete(
	client: OpenAI,
	options: OpenAiModelOptions,
	request: ModelRequest,
	withSchema: boolean,
): Promise<ChatCompletion> {
	const system = withSchema ? request.system : `${request.system}\n\n${schemaInstruction(request.schema)}`;
	const messages: ChatCompletionMessageParam[] = [
		{ role: 'system', content: system },
		{ role: 'user', content: request.user },
	];
	if (request.repair) {
		messages.push({ role: 'assistant', content: request.repair.answer });
		messages.push({ role: 'user', content: `${request.repair.complaint} Answer again, in full.` });
	}
	return await client.chat.completions.create({
		model: options.model,
		messages,
		...(options.temperature === undefined ? {} : { temperature: options.temperature }),
		response_format: withSchema
			? {
					type: 'json_schema',
					json_schema: { name: 'follow_up_decision', strict: true, schema: request.schema },
				}
			: { type: 'json_object' },
	});
}

function read(completion: ChatCompletion): ModelAnswer {
	const choice = completion.choices?.[0];
	if (!choice) throw new ModelAnswerError('The model gave no answer at all');
	if (choice.message.refusal) throw new ModelAnswerError('The model refused to answer');
	if (choice.finish_reason === 'length')
		throw new ModelAnswerError('The answer was cut off at the token limit');
	if (!choice.message.content) throw new ModelAnswerError('The answer is empty');
	return {
		text: choice.message.content,
		inputTokens: completion.usage?.prompt_tokens,
		outputTokens: completion.usage?.completion_tokens,
	};
}

interface HttpFault {
	status?: number;
	message: string;
}

function refusesSchemas(error: unknown): boolean {
	const { status, message } = error as HttpFault;
	return (status === 400 || status === 422) && /response_format|json_schema/i.test(message);
}

function translated(error: unknown, { baseUrl, model }: OpenAiModelOptions): unknown {
	if (error instanceof ModelAnswerError) return error;
	const { status, message } = error as HttpFault;
	if (status === 401 || status === 403) {
		return new ModelConfigurationError(
			`The model server refused the key (HTTP ${status})`,
			'Open the OpenAI-Compatible API credential, check the API key and the base URL, and test it',
		);
	}
	if (status === 404) {
		return new ModelConfigurationError(
			`The model server does not know the model "${model}"`,
			`Choose a model that ${new URL(baseUrl).host} offers`,
		);
	}
	if (status === undefined || status === 408 || status === 409 || status === 429 || status >= 500) {
		return new ModelUnavailableError(
			status === undefined ? message : `The model server answered with HTTP ${status}`,
		);
	}
	return new ModelConfigurationError(
		`The model server refused the request (HTTP ${status}): ${message}`,
		'Check that the chosen model can be used for chat completions',
	);
}
