import { CHANNEL_NAMES } from '../messaging/channel.ts';
import type { Conversation } from '../messaging/conversation.ts';
import { RefusedError } from '../messaging/refused-error.ts';
import type { GraphTransport } from '../meta/send/graph-request.ts';
import type { FileToUpload } from '../meta/send/outgoing.ts';
import { CHANNEL_DRIVERS } from './drivers.ts';

/**
 * Uploads a file to an account and returns its ID, valid for 30 days.
 * @throws RefusedError on a channel that takes files by link only, GraphError when Meta does not take the file.
 */
export async function uploadMedia(
	transport: GraphTransport,
	{ channel, account }: Pick<Conversation, 'channel' | 'account'>,
	file: FileToUpload,
): Promise<string> {
	const upload = CHANNEL_DRIVERS[channel].uploadMedia;
	if (!upload)
		throw new RefusedError(
			`${CHANNEL_NAMES[channel]} takes files by link only`,
			'Put the file at a public address and choose Link in File From',
		);
	return await upload(transport, account, file);
}
