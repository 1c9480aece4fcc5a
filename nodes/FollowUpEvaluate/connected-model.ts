import {
	isModelError,
	messagesOf,
	ModelAnswerError,
	ModelUnavailableError,
	readChatReply,
	translateFault,
	type ChatMessage,
	type DecisionModel,
} from '../../lib/index.ts';
import { faultOf, hasNoContent } from './chat-model-fault.ts';

/**
 * What every n8n chat model can do. Described by its shape: its class comes from another copy of LangChain, so it can
 * neither be imported nor asked by instanceof.
 */
export interface ChatModel {
	invoke(messages: ChatMessage[], options?: InvokeOptions): Promise<unknown>;
	/** LangChain's name for its kind. */
	_llmType?(): string;
	modelName?: unknown;
	model?: unknown;
}

interface InvokeOptions {
	signal?: AbortSignal;
	/** Hear of what LangChain does not give out. */
	callbacks?: object[];
}

const DEFAULT_TIMEOUT_MS = 90_000;
/**
 * Given a signal, @langchain/mistralai 1.0.1 asks by streaming, and then keeps neither why an answer ended nor what it cost.
 * It would not be stopped by the signal either (n8n 2.41.1, 2026-11-30).
 */
const ASKED_WITHOUT_SIGNAL = new Set(['mistral_ai']);

/** Decisions by a chat model that is connected to the node. Its own node repeats failed requests, so nothing is repeated here. */
export function connectedModel(chatModel: ChatModel, { timeoutMs = DEFAULT_TIMEOUT_MS } = {}): DecisionModel {
	const name = nameOf(chatModel);
	return {
		name,
		async answer(request) {
			const messages = messagesOf(request, { schemaInText: true });
			const filter = filterWatch();
			try {
				return readChatReply(await inTime(chatModel, messages, timeoutMs, [filter]));
			} catch (error) {
				throw asModelError(error, name, filter.hasStopped());
			}
		},
	};
}

function asModelError(error: unknown, model: string, isFiltered: boolean): unknown {
	if (isModelError(error)) return error;
	if (isFiltered || hasNoContent(error))
		return new ModelAnswerError('refused', "The model server's filter held back the question or the answer");
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

/**
 * Hears whether Google's filter has stopped a question: there is no answer then, which LangChain stumbles over without
 * saying why.
 */
function filterWatch() {
	let reason: unknown;
	return {
		// Otherwise it may hear of it when the answer has long failed.
		awaitHandlers: true,
		handleLLMEnd({ llmOutput }: { llmOutput?: { filters?: { blockReason?: unknown } } }) {
			reason = llmOutput?.filters?.blockReason;
		},
		hasStopped: () => typeof reason === 'string',
	};
}

/** Not every chat model heeds the signal, so the clock is watched beside it. */
async function inTime(
	chatModel: ChatModel,
	messages: ChatMessage[],
	timeoutMs: number,
	callbacks: object[],
): Promise<unknown> {
	const signal = AbortSignal.timeout(timeoutMs);
	const late = new Promise<never>((_, reject) => {
		signal.addEventListener('abort', () =>
			reject(new ModelUnavailableError(`The chat model did not answer within ${timeoutMs / 1000} seconds`)),
		);
	});
	const stoppable = ASKED_WITHOUT_SIGNAL.has(chatModel._llmType?.() ?? '') ? {} : { signal };
	return await Promise.race([chatModel.invoke(messages, { ...stoppable, callbacks }), late]);
}
