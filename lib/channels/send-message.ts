import type { SendResult } from '../follow-up/types.ts';
import type { Conversation } from '../messaging/conversation.ts';
import { effectOfError, type ErrorEffect } from '../messaging/errors/effect.ts';
import type { GraphResponse, GraphTransport } from '../meta/send/graph-request.ts';
import type { Outgoing } from '../meta/send/outgoing.ts';
import { acceptedIn, errorIn, withoutAnswer } from '../meta/send/read-answer.ts';
import { asObject } from '../meta/webhook/read.ts';
import { CHANNEL_DRIVERS } from './drivers.ts';
import { messagesPath } from './messages-path.ts';

export type Sent = SendResult & {
	/** What Meta's error means, if there was one. */
	effect?: ErrorEffect;
	/** What the user can do about a message that did not go. */
	advice?: string;
};

export interface MessageToSend {
	conversation: Pick<Conversation, 'channel' | 'account' | 'contact'>;
	content: Outgoing;
	/** Our own ID of the message; WhatsApp's statuses bring it back. */
	callbackData?: string;
	/** The Page that an Instagram account is linked to: then the message goes through the Page. */
	linkedPage?: string;
	/** How often it was tried, this time included; waits grow with it. */
	attempts?: number;
}

const RETRY_CONNECTION_MS = 2 * 60_000;

/**
 * Sends one message and says what became of it. There is no idempotency key on Meta's side: whatever was perhaps accepted
 * comes back as `unknown` and must not be sent again.
 */
export async function sendMessage(
	transport: GraphTransport,
	message: MessageToSend,
	now: Date,
): Promise<Sent> {
	const { conversation, content, callbackData } = message;
	const driver = CHANNEL_DRIVERS[conversation.channel];
	const complaint = driver.complaintAbout(content);
	if (complaint) return { outcome: 'failed', message: complaint, advice: complaint };

	let response: GraphResponse;
	try {
		const body = driver.messageBody(conversation, content, callbackData);
		response = await transport({ method: 'POST', path: messagesPath(message), body });
	} catch (error) {
		return unanswered(error, now);
	}
	const accepted = acceptedIn(response);
	if (!accepted) return refused(message, response, now);
	const receiver = driver.receiverIn?.(asObject(response.body) ?? {});
	return { outcome: 'accepted', ...accepted, ...(receiver ? { receiver } : {}) };
}

function unanswered(error: unknown, now: Date): Sent {
	const { neverConnected, why } = withoutAnswer(error);
	if (!neverConnected) return { outcome: 'unknown', message: `No answer from Meta (${why})` };
	return {
		outcome: 'retry',
		at: new Date(now.getTime() + RETRY_CONNECTION_MS),
		message: `Meta could not be reached (${why})`,
		advice:
			'Check the internet connection of n8n and the Graph Base URL in the Meta Messaging API credential',
	};
}

function refused({ conversation, attempts }: MessageToSend, response: GraphResponse, now: Date): Sent {
	const error = errorIn(response);
	if (!error)
		return { outcome: 'unknown', message: `Meta answered with HTTP ${response.status} and no error code` };
	const effect = effectOfError(conversation.channel, error, { from: 'answer', attempts });
	const { code, subcode, message } = error;
	const refusal = { code, ...(subcode === undefined ? {} : { subcode }), message };
	const words = { effect, advice: effect.advice };
	switch (effect.nextStep) {
		case 'wait_for_status':
			return { outcome: 'unknown', message: `${effect.meaning} (code ${code})`, ...words };
		case 'try_again': {
			const at = new Date(now.getTime() + (effect.retryAfterMs ?? RETRY_CONNECTION_MS));
			// While a person mends the account nothing is lost: its window is watched as before.
			const needsAPerson = effect.pauseAccountMs !== undefined;
			return { outcome: 'retry', at, ...refusal, ...(needsAPerson ? { needsAPerson } : {}), ...words };
		}
		case 'end':
			return { outcome: 'failed', ...refusal, ...words };
	}
}
