import {
	isModelError,
	messagesOf,
	ModelUnavailableError,
	readChatReply,
	translateFault,
	type ChatMessage,
	type DecisionModel,
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

const DEFAULT_TIMEOUT_MS = 90_000;

/** Decisions by a chat model that is connected to the node. Its own node repeats failed requests, so nothing is repeated here. */
export function connectedModel(chatModel: ChatModel, { timeoutMs = DEFAULT_TIMEOUT_MS } = {}): DecisionModel {
	const name = nameOf(chatModel);
	return {
		name,
		async answer(request) {
			const messages = messagesOf(request, { schemaInText: true });
			try {
				return readChatReply(await inTime(chatModel, messages, timeoutMs));
			} catch (error) {
				throw asModelError(error, name);
			}
		},
	};
}

function asModelError(error: unknown, model: string): unknown {
	if (isModelError(error)) return error;
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

/** What the many client libraries behind chat models throw, and what n8n wraps around it. */
interface ForeignError {
	status?: unknown;
	statusCode?: unknown;
	status_code?: unknown;
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
	const statuses = chain.flatMap((one) => [
		...[one.status, one.statusCode, one.status_code, one.httpCode, one.response?.status].map(Number),
		LANGCHAIN_STATUS[String(one.lc_error_code)] ?? NaN,
	]);
	const code = chain.map((one) => one.code).find((one) => typeof one === 'string');
	return {
		status: statuses.find((status) => status >= 400 && status < 600),
		message: chain[0]?.message ?? String(error),
		...(typeof code === 'string' ? { code } : {}),
	};
}
