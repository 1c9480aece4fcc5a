import { retryAfterMsOf, serverWords, type HttpFault } from '../../lib/index.ts';

/** What the many client libraries behind chat models throw, and what n8n wraps around it. */
interface ForeignError {
	name?: string;
	status?: unknown;
	statusCode?: unknown;
	status_code?: unknown;
	httpCode?: unknown;
	code?: unknown;
	lc_error_code?: unknown;
	response?: { status?: unknown };
	headers?: unknown;
	retryAfterMs?: unknown;
	cause?: unknown;
	message?: string;
}

/** LangChain's own codes, for libraries that hide the HTTP status. */
const LANGCHAIN_STATUS: Record<string, number> = {
	MODEL_AUTHENTICATION: 401,
	MODEL_NOT_FOUND: 404,
	MODEL_RATE_LIMIT: 429,
};

/** An error may be wrapped so often. */
const WRAPPED_AT_MOST = 5;

/** Reads what a chat model has thrown, whichever company it belongs to. */
export function faultOf(error: unknown): HttpFault {
	const chain = chainOf(error);
	const statuses = chain.flatMap((one) => [
		...[one.status, one.statusCode, one.status_code, one.httpCode, one.response?.status].map(Number),
		LANGCHAIN_STATUS[String(one.lc_error_code)] ?? NaN,
	]);
	const code = chain.map((one) => one.code).find((one) => typeof one === 'string');
	const retryAfterMs = chain.map(retryAfterIn).find((one) => one !== undefined);
	return {
		status: statuses.find((status) => status >= 400 && status < 600),
		message: serverWords(chain.map(({ message }) => message).findLast((one) => one) ?? String(error)),
		...(typeof code === 'string' ? { code } : {}),
		...(retryAfterMs === undefined ? {} : { retryAfterMs }),
	};
}

/** The error and what it was made from: n8n's own words for a status stand in front, the server's behind. */
function chainOf(error: unknown): ForeignError[] {
	const chain: ForeignError[] = [];
	for (
		let one = error as ForeignError | undefined;
		typeof one === 'object' && one !== null && chain.length < WRAPPED_AT_MOST;
		one = one.cause as ForeignError | undefined
	)
		chain.push(one);
	return chain;
}

function retryAfterIn({ retryAfterMs, headers }: ForeignError): number | undefined {
	if (typeof retryAfterMs === 'number') return retryAfterMs;
	if (typeof headers !== 'object' || headers === null) return undefined;
	const all = headers instanceof Headers ? headers : new Headers(headers as Record<string, string>);
	return retryAfterMsOf(all);
}

/**
 * An answer that Google's filter holds back has no content, and the chat model stumbles over that (@langchain/google-genai
 * 2.1.24, n8n 2.41.1, 2026-11-30).
 */
export function hasNoContent(error: unknown): boolean {
	return chainOf(error).some(
		({ name, message = '' }) => name === 'TypeError' && message.includes("(reading 'parts')"),
	);
}
