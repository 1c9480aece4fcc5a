import { CHANNELS, isChannel, type Channel } from './channel.ts';
import { RefusedError } from './refused-error.ts';

/** A conversation's three coordinates; IDs of one account never match those of another. */
export interface ConversationAddress {
	channel: Channel;
	account: string;
	contact: string;
}

/** Builds the key `channel:account:contact`, which any workflow can use to name a conversation. */
export function conversationKey({ channel, account, contact }: ConversationAddress): string {
	return `${channel}:${account}:${contact}`;
}

/**
 * Takes a conversation key apart. A contact may contain colons.
 * @throws RefusedError when the text is not of the form `channel:account:contact`.
 */
export function parseConversationKey(key: string): ConversationAddress {
	const [channel, account, ...rest] = key.split(':');
	const contact = rest.join(':');
	if (!isChannel(channel) || !account || !contact) {
		throw new RefusedError(
			`"${key}" is not a conversation key. A key has the form channel:account:contact, with ${CHANNELS.join(', ')} as channel`,
			'Give one as it stands in the items of this package, e.g. whatsapp:210000000000001:573001112233',
		);
	}
	return { channel, account, contact };
}
