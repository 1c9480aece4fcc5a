import type { Conversation } from '../../messaging/conversation.ts';
import { GraphError } from './graph-error.ts';
import type { GraphRequest, GraphTransport } from './graph-request.ts';

export interface ReadMark {
	conversation: Pick<Conversation, 'channel' | 'account' | 'contact'>;
	/** WhatsApp: the customer's message; the ones before it count as read too. */
	messageId?: string;
	/** Shows that somebody is writing, for up to 25 seconds. */
	typing?: boolean;
	linkedPage?: string;
}

/**
 * Shows the customer that their message was read and, if wanted, that somebody is writing.
 * @throws GraphError when Meta refuses, Error when WhatsApp is not told which message.
 */
export async function markAsRead(transport: GraphTransport, mark: ReadMark): Promise<void> {
	for (const body of bodies(mark)) {
		const sender =
			(mark.conversation.channel === 'instagram' && mark.linkedPage) || mark.conversation.account;
		const request: GraphRequest = { method: 'POST', path: `${sender}/messages`, body };
		const response = await transport(request);
		if (response.status >= 300) throw GraphError.from(mark.conversation.channel, response);
	}
}

function bodies({ conversation, messageId, typing }: ReadMark): object[] {
	if (conversation.channel === 'whatsapp') {
		if (!messageId)
			throw new Error(
				'WhatsApp marks single messages as read; fill in Message ID with the one of the customer',
			);
		const indicator = typing ? { typing_indicator: { type: 'text' } } : {};
		return [{ messaging_product: 'whatsapp', status: 'read', message_id: messageId, ...indicator }];
	}
	const recipient = { id: conversation.contact.id };
	return [
		{ recipient, sender_action: 'mark_seen' },
		...(typing ? [{ recipient, sender_action: 'typing_on' }] : []),
	];
}
