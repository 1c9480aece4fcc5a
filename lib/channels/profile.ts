import type { Channel } from '../messaging/channel.ts';
import type { Contact } from '../messaging/messaging-event.ts';
import type { GraphTransport } from '../meta/send/graph-request.ts';
import { errorIn } from '../meta/send/read-answer.ts';
import { asObject } from '../meta/webhook/read.ts';
import { CHANNEL_DRIVERS } from './drivers.ts';

/** What a customer is called. */
export type ProfileNames = Pick<Contact, 'name' | 'username'>;

/** What a question about a profile came to. */
export type Profile =
	| { kind: 'named'; names: ProfileNames }
	/** Meta answered and tells no name, e.g. because the customer allows nobody to know it. */
	| { kind: 'nameless' }
	/** Nothing was learnt, and nothing will be of the next ones: no answer, or the token is no good. */
	| { kind: 'useless'; why: string };

/** Meta's codes that are about the token or its permissions and not about this customer. Source: Graph API, error handling. */
const TOKEN_CODES: readonly number[] = [4, 10, 17, 102, 190, 200];

/** Asks Meta what a customer is called; no picture is asked for. */
export async function readProfile(
	transport: GraphTransport,
	{ channel, contact }: { channel: Channel; contact: string },
): Promise<Profile> {
	const { profile } = CHANNEL_DRIVERS[channel];
	if (!profile) return { kind: 'nameless' };
	let response;
	try {
		response = await transport({ method: 'GET', path: contact, query: { fields: profile.fields } });
	} catch (error) {
		return { kind: 'useless', why: error instanceof Error ? error.message : String(error) };
	}
	const error = errorIn(response);
	if (error && TOKEN_CODES.includes(error.code)) return { kind: 'useless', why: error.message };
	const names = profile.read(asObject(response.body) ?? {});
	return response.status === 200 && (names.name ?? names.username)
		? { kind: 'named', names }
		: { kind: 'nameless' };
}
