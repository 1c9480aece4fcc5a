import { createHash } from 'node:crypto';
import type OpenAI from 'openai';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { messagesOf } from './chat-messages.ts';
import {
	DoubtfulRefusalError,
	ModelConfigurationError,
	ModelUnavailableError,
	type DecisionModel,
	type ModelRequest,
} from './decision-model.ts';
import { doubtful, translateFault, type SourceNames } from './http-fault.ts';
import type { Fields } from './loose-json.ts';
import { createClient } from './openai-client.ts';
import { asCompletion, readCompletion } from './read-completion.ts';
import { repeatRequest } from './repeat-request.ts';
import { faultOf } from './sdk-fault.ts';
import { serverMemory, type ServerMemory } from './server-memory.ts';
import { BEST_WAY, simplerWay, type Format, type WayToAsk } from './ways-to-ask.ts';

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
	/** What is known of servers; what this process knows unless it is given. */
	memory?: ServerMemory;
}

const DEFAULT_MAX_RETRIES = 2;

/** Decisions by any server that speaks OpenAI's chat completions, asked in the best way that it understands. */
export function openAiModel(options: OpenAiModelOptions): DecisionModel {
	const { baseUrl, apiKey, model, temperature, maxRetries = DEFAULT_MAX_RETRIES } = options;
	const { ways } = options.memory ?? serverMemory;
	const server = JSON.stringify([baseUrl, model]);
	const key = createHash('sha256').update(apiKey).digest('base64url');
	let client: Promise<OpenAI> | undefined;
	return {
		name: model,
		settings: JSON.stringify([baseUrl, model, temperature, key]),
		async answer(request, { once = false } = {}) {
			client ??= createClient(options);
			const known = ways.get(server);
			let way = known ?? BEST_WAY;
			let repeats = once ? 0 : maxRetries;
			for (;;) {
				try {
					const completion = await complete(await client, bodyOf(options, request, way), repeats);
					if (way !== known) ways.set(server, way);
					return readCompletion(completion);
				} catch (error) {
					const fault = faultOf(error);
					if (!fault) throw error;
					const simpler = simplerWay(way, fault, known !== undefined);
					if (!simpler) {
						const translated = translateFault(fault, sourceOf(options));
						// What is refused for no known reason may be refused because the server is another one now.
						if (translated instanceof DoubtfulRefusalError) ways.forget(server);
						throw translated;
					}
					way = simpler;
					// A server in trouble is not asked again and again in every way.
					if ((fault.status ?? 0) >= 500) repeats = 0;
				}
			}
		},
	};
}

type Body = ChatCompletionCreateParamsNonStreaming;

/** A fault told in an answer with status 200 is repeated as if it had come with its own status. */
async function complete(client: OpenAI, body: Body, maxRetries: number): Promise<Fields> {
	const completion = await repeatRequest(
		async () => asCompletion(await client.chat.completions.create(body)),
		maxRetries,
	);
	if (completion) return completion;
	throw doubtful(NOT_A_SERVER, new ModelUnavailableError('The model server answered with a page'));
}

const NOT_A_SERVER = new ModelConfigurationError(
	'What answers at the base URL is not an OpenAI-compatible server',
	'Check the base URL in the OpenAI-Compatible API credential; it usually ends in /v1',
);

function bodyOf({ model, temperature }: OpenAiModelOptions, request: ModelRequest, way: WayToAsk): Body {
	const { format, systemRole } = way;
	return {
		model,
		messages: messagesOf(request, { schemaInText: format !== 'json_schema', systemRole }),
		...(temperature === undefined ? {} : { temperature }),
		...responseFormat(format, request),
	};
}

function responseFormat(format: Format, { schema }: ModelRequest): Pick<Body, 'response_format'> {
	if (format === 'text') return {};
	if (format === 'json_object') return { response_format: { type: 'json_object' } };
	return {
		response_format: {
			type: 'json_schema',
			json_schema: { name: 'follow_up_decision', strict: true, schema },
		},
	};
}

function sourceOf({ model, apiKey }: OpenAiModelOptions): SourceNames {
	return { credential: 'the OpenAI-Compatible API credential', model, secret: apiKey };
}
