import { GraphError } from '../meta/send/graph-error.ts';
import type { GraphTransport } from '../meta/send/graph-request.ts';
import type { ReadMark } from '../meta/send/outgoing.ts';
import { CHANNEL_DRIVERS } from './drivers.ts';
import { messagesPath } from './messages-path.ts';

/**
 * Shows the customer that their message was read and, if wanted, that somebody is writing.
 * @throws GraphError when Meta refuses, Error when WhatsApp is not told which message.
 */
export async function markAsRead(transport: GraphTransport, mark: ReadMark): Promise<void> {
	const { channel } = mark.conversation;
	for (const body of CHANNEL_DRIVERS[channel].readBodies(mark)) {
		const response = await transport({ method: 'POST', path: messagesPath(mark), body });
		if (response.status >= 300) throw GraphError.from(channel, response);
	}
}
