import type { Conversation } from '../messaging/conversation.ts';
import { CHANNEL_DRIVERS } from './drivers.ts';

/** Where messages to a conversation are posted. */
export function messagesPath({
	conversation: { channel, account },
	linkedPage,
}: {
	conversation: Pick<Conversation, 'channel' | 'account'>;
	/** The Page that an Instagram account is linked to. */
	linkedPage?: string;
}): string {
	const sender = CHANNEL_DRIVERS[channel].sender?.({ linkedPage });
	return `${sender || account}/messages`;
}
