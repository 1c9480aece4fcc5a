import type { ReadMark } from '../../meta/send/outgoing.ts';

/** @throws Error when it is not told which message was read. */
export function whatsAppReadBodies({ messageId, typing }: ReadMark): object[] {
	if (!messageId)
		throw new Error(
			'WhatsApp marks single messages as read; fill in Message ID with the one of the customer',
		);
	const indicator = typing ? { typing_indicator: { type: 'text' } } : {};
	return [{ messaging_product: 'whatsapp', status: 'read', message_id: messageId, ...indicator }];
}
