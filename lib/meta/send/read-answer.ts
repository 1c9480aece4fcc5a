import type { MetaError } from '../../messaging/errors/effect.ts';
import { asArray, asNumber, asObject, asText } from '../webhook/read.ts';
import type { GraphResponse } from './graph-request.ts';

/** An error of the Graph API as it stands in the answer. */
export interface RefusedAnswer extends MetaError {
	/** Meta's most exact words: the details, else the message. */
	message: string;
}

/** The error in an answer; undefined when it holds none with a code. */
export function errorIn({ body }: GraphResponse): RefusedAnswer | undefined {
	const error = asObject(asObject(body)?.error);
	const code = asNumber(error?.code);
	if (!error || code === undefined) return undefined;
	const subcode = asNumber(error.error_subcode);
	return {
		code,
		...(subcode === undefined ? {} : { subcode }),
		...(error.is_transient === true ? { transient: true } : {}),
		message:
			asText(asObject(error.error_data)?.details) ??
			asText(error.error_user_msg) ??
			asText(error.message) ??
			'Meta gave no further words',
	};
}

/** The ID of the message that was accepted, and whether Meta holds it for a quality check; undefined when none was. */
export function acceptedIn({
	status,
	body,
}: GraphResponse): { messageId: string; held: boolean } | undefined {
	if (status >= 300) return undefined;
	const answer = asObject(body);
	const first = asObject(asArray(answer?.messages)[0]);
	const messageId = asText(first?.id) ?? asText(answer?.message_id);
	if (!messageId) return undefined;
	return { messageId, held: first?.message_status === 'held_for_quality_assessment' };
}

/** Faults that happen before a byte of the request was sent: it was certainly not accepted. */
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** What is known of a request that got no answer. */
export function withoutAnswer(error: unknown): { neverConnected: boolean; why: string } {
	const code = networkCode(error);
	return {
		neverConnected: code !== undefined && NEVER_CONNECTED.includes(code),
		why: code ?? (error as Error).message,
	};
}

function networkCode(error: unknown): string | undefined {
	let one = error as { code?: unknown; cause?: unknown } | undefined;
	for (let depth = 0; one && depth < 5; depth++) {
		if (typeof one.code === 'string' && /^E[A-Z_]+$/.test(one.code)) return one.code;
		one = one.cause as typeof one;
	}
	return undefined;
}
