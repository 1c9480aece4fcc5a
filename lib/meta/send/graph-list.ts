import type { Channel } from '../../messaging/channel.ts';
import { asObject } from '../webhook/read.ts';
import { GraphError } from './graph-error.ts';
import type { GraphResponse } from './graph-request.ts';

/**
 * The entries of a list that was asked for. A page of a proxy, `{}` or an error with HTTP 200 is no empty list: what the
 * account has is not known then, and nobody may conclude that it has nothing.
 * @throws GraphError when Meta refuses, or answers with something that is no list.
 */
export function entriesIn(channel: Channel, response: GraphResponse): unknown[] {
	const body = asObject(response.body);
	if (response.status >= 300 || body?.error) throw GraphError.from(channel, response);
	if (Array.isArray(body?.data)) return body.data;
	throw new GraphError(
		`The answer to a list that was asked of Meta (HTTP ${response.status}) holds no list`,
		'What Meta has is not known for now; try again later. If it stays so, something between n8n and Meta answers instead: check the Graph Base URL in the Meta Messaging API credential and the proxy',
	);
}
