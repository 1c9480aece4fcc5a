import type { Content, SendResult } from '../../follow-up/types';
import { CHANNEL_NAMES } from '../../messaging/channel';
import type { Conversation } from '../../messaging/conversation';
import { TEXT_LIMIT, textSize } from '../../messaging/platform-limits';
import { asArray, asNumber, asObject, asText } from '../webhook/read';
import { classifyError, type ErrorRow } from './errors';
import type { GraphResponse, GraphTransport } from './graph-request';
import { messageBody } from './message-body';

export type Sent = SendResult & {
	/** Set when a person has to act before anything can be sent. */
	configuration?: ErrorRow;
	/** What the user reads about a message that did not go. */
	advice?: string;
};

/** Faults that happen before a byte of the request was sent: the message was certainly not accepted. */
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
const RETRY_CONNECTION_MS = 2 * 60_000;
const RETRY_CONFIGURATION_MS = 15 * 60_000;

/**
 * Sends one message and says what became of it. There is no idempotency key on Meta's side: whatever was perhaps accepted
 * comes back as `unknown` and must not be sent again.
 */
export async function sendMessage(
	transport: GraphTransport,
	message: { conversation: Conversation; content: Content; callbackData?: string },
	now: Date,
): Promise<Sent> {
	const { conversation, content, callbackData } = message;
	const tooLong = complaintAboutLength(conversation, content);
	if (tooLong) return { outcome: 'failed', message: tooLong, advice: tooLong };

	let response: GraphResponse;
	try {
		const body = messageBody(conversation, content, callbackData);
		response = await transport({ method: 'POST', path: `${conversation.account}/messages`, body });
	} catch (error) {
		return withoutAnswer(error, now);
	}
	const messageId = messageIdOf(response.body);
	if (response.status < 300 && messageId) {
		const first = asObject(asArray(asObject(response.body)?.messages)[0]);
		return { outcome: 'accepted', messageId, held: first?.message_status === 'held_for_quality_assessment' };
	}
	return fromError(conversation, response, now);
}

function complaintAboutLength({ channel }: Conversation, content: Content): string | undefined {
	if (content.kind !== 'text') return undefined;
	const { size, unit } = TEXT_LIMIT[channel];
	const found = textSize(channel, content.text);
	return found > size
		? `The text has ${found} ${unit}; ${CHANNEL_NAMES[channel]} allows ${size}. Shorten it`
		: undefined;
}

function messageIdOf(body: unknown): string | undefined {
	const answer = asObject(body);
	return asText(asObject(asArray(answer?.messages)[0])?.id) ?? asText(answer?.message_id);
}

function withoutAnswer(error: unknown, now: Date): Sent {
	const code = networkCode(error);
	const text = `No answer from Meta (${code ?? (error as Error).message})`;
	if (code === undefined || !NEVER_CONNECTED.includes(code)) return { outcome: 'unknown', message: text };
	return {
		outcome: 'retry',
		at: new Date(now.getTime() + RETRY_CONNECTION_MS),
		message: `Meta could not be reached (${code})`,
		advice:
			'Check the internet connection of n8n and the Graph Base URL in the Meta Messaging API credential',
	};
}

function networkCode(error: unknown): string | undefined {
	for (
		let one = error as { code?: unknown; cause?: unknown } | undefined, depth = 0;
		one && depth < 5;
		depth++
	) {
		if (typeof one.code === 'string' && /^E[A-Z_]+$/.test(one.code)) return one.code;
		one = one.cause as typeof one;
	}
	return undefined;
}

function fromError({ channel }: Conversation, { status, body }: GraphResponse, now: Date): Sent {
	const error = asObject(asObject(body)?.error);
	const code = asNumber(error?.code);
	if (!error || code === undefined)
		return { outcome: 'unknown', message: `Meta answered with HTTP ${status} and no error code` };
	const subcode = asNumber(error.error_subcode);
	const row = classifyError(channel, code, subcode);
	const detail = asText(asObject(error.error_data)?.details) ?? asText(error.message) ?? '';
	const refusal = { code, message: detail, advice: row.advice };
	switch (row.class) {
		case 'uncertain':
			return { outcome: 'unknown', message: `${row.advice} (code ${code})` };
		case 'retry':
			return {
				outcome: 'retry',
				at: new Date(now.getTime() + (row.retryAfterMs ?? RETRY_CONNECTION_MS)),
				...refusal,
			};
		case 'configuration':
			// Nothing is lost while a person mends it: the follow-up goes back and its window is watched as before.
			return {
				outcome: 'retry',
				at: new Date(now.getTime() + RETRY_CONFIGURATION_MS),
				...refusal,
				configuration: row,
			};
		default:
			return { outcome: 'failed', ...(subcode === undefined ? {} : { subcode }), ...refusal };
	}
}
