import {
	ModelAnswerError,
	ModelUnavailableError,
	messagesOf,
	translateFault,
	type ChatMessage,
	type DecisionModel,
	type ModelAnswer,
} from '../../lib/index.ts';

/**
 * What every n8n chat model can do. Described by its shape: its class comes from another copy of LangChain, so it can
 * neither be imported nor asked by instanceof.
 */
export interface ChatModel {
	invoke(messages: ChatMessage[], options?: { signal?: AbortSignal }): Promise<unknown>;
	modelName?: unknown;
	model?: unknown;
}

interface Reply {
	content?: unknown;
	usage_metadata?: { input_tokens?: number; output_tokens?: number };
	response_metadata?: {
		finish_reason?: string;
		stop_reason?: string;
		tokenUsage?: { promptTokens?: number; completionTokens?: number };
	};
	additional_kwargs?: { refusal?: unknown };
}

const DEFAULT_TIMEOUT_MS = 90_000;

/** Decisions by a chat model that is connected to the node. Its own node repeats failed requests, so nothing is repeated here. */
export function connectedModel(chatModel: ChatModel, { timeoutMs = DEFAULT_TIMEOUT_MS } = {}): DecisionModel {
	const name = nameOf(chatModel);
	return {
		name,
		async answer(request) {
			const messages = messagesOf(request, { schemaInText: true });
			try {
				return read((await inTime(chatModel, messages, timeoutMs)) as Reply);
			} catch (error) {
				throw asModelError(error, name);
			}
		},
	};
}

function asModelError(error: unknown, model: string): unknown {
	if (error instanceof ModelAnswerError || error instanceof ModelUnavailableError) return error;
	return translateFault(faultOf(error), { credential: 'the credential of the connected chat model', model });
}

/** Tells whether what is connected can be asked. */
export function isChatModel(value: unknown): value is ChatModel {
	return typeof (value as ChatModel | undefined)?.invoke === 'function';
}

function nameOf({ modelName, model }: ChatModel): string {
	const name = [modelName, model].find((one) => typeof one === 'string' && one !== '');
	return typeof name === 'string' ? name : 'connected chat model';
}

/** Not every chat model heeds the signal, so the clock is watched beside it. */
async function inTime(chatModel: ChatModel, messages: ChatMessage[], timeoutMs: number): Promise<unknown> {
	const signal = AbortSignal.timeout(timeoutMs);
	const late = new Promise<never>((_, reject) => {
		signal.addEventListener('abort', () =>
			reject(new ModelUnavailableError(`The chat model did not answer within ${timeoutMs / 1000} seconds`)),
		);
	});
	return await Promise.race([chatModel.invoke(messages, { signal }), late]);
}

function read(reply: Reply): ModelAnswer {
	const { usage_metadata: usage, response_metadata: metadata, additional_kwargs: extra } = reply;
	const spent = {
		inputTokens: usage?.input_tokens ?? metadata?.tokenUsage?.promptTokens,
		outputTokens: usage?.output_tokens ?? metadata?.tokenUsage?.completionTokens,
	};
	const ended = metadata?.finish_reason ?? metadata?.stop_reason;
	if (extra?.refusal || ended === 'content_filter' || ended === 'refusal')
		throw new ModelAnswerError('refused', 'The model refused to answer', spent);
	if (ended === 'length' || ended === 'max_tokens')
		throw new ModelAnswerError('cut_off', 'The answer was cut off at the token limit', spent);
	const text = textOf(reply.content);
	if (text === '') throw new ModelAnswerError('empty', 'The model gave no answer at all', spent);
	return { text, ...spent };
}

/** The content is a text, or a list of blocks of which only those with text are meant for the reader. */
function textOf(content: unknown): string {
	if (typeof content === 'string') return content.trim();
	if (!Array.isArray(content)) return '';
	const blocks = content as (string | { type?: string; text?: unknown })[];
	const texts = blocks.map((block) => (typeof block === 'string' ? block : isText(block) ? block.text : ''));
	return texts.join('').trim();
}

function isText(block: { type?: string; text?: unknown }): block is { text: string } {
	return (
		(block.type === undefined || block.type === 'text' || block.type === 'output_text') &&
		typeof block.text === 'string'
	);
}

/** What the many client libraries behind chat models throw, and what n8n wraps around it. */
interface ForeignError {
	status?: unknown;
	statusCode?: unknown;
	httpCode?: unknown;
	code?: unknown;
	lc_error_code?: unknown;
	response?: { status?: unknown };
	cause?: unknown;
	message?: string;
}

/** LangChain's own codes, for libraries that hide the HTTP status. */
const LANGCHAIN_STATUS: Record<string, number> = {
	MODEL_AUTHENTICATION: 401,
	MODEL_NOT_FOUND: 404,
	MODEL_RATE_LIMIT: 429,
};

function faultOf(error: unknown) {
	const chain: ForeignError[] = [];
	for (
		let one = error as ForeignError | undefined;
		one && chain.length < 5;
		one = one.cause as ForeignError | undefined
	)
		chain.push(one);
	const statuses = chain.flatMap(({ status, statusCode, httpCode, response, lc_error_code: own }) => [
		...[status, statusCode, httpCode, response?.status].map(Number),
		LANGCHAIN_STATUS[String(own)] ?? NaN,
	]);
	const code = chain.map((one) => one.code).find((one) => typeof one === 'string');
	return {
		status: statuses.find((status) => status >= 400 && status < 600),
		message: chain[0]?.message ?? String(error),
		...(typeof code === 'string' ? { code } : {}),
	};
}
