import { isModelError } from './decision-model.ts';
import { readFaultBody } from './fault-body.ts';
import type { HttpFault } from './http-fault.ts';
import { retryAfterMsOf, type AnswerHeaders } from './retry-after.ts';

interface SdkError {
	status?: number;
	code?: string | null;
	message: string;
	headers?: AnswerHeaders;
	body?: unknown;
}

/** What went wrong between us and the server; undefined for what was understood already. */
export function faultOf(error: unknown): HttpFault | undefined {
	if (isModelError(error)) return undefined;
	const { status, code, message, headers, body } = error as SdkError;
	const retryAfterMs = retryAfterMsOf(headers);
	return {
		message,
		...(code ? { code } : {}),
		...readFaultBody(body),
		status,
		...(retryAfterMs === undefined ? {} : { retryAfterMs }),
	};
}
