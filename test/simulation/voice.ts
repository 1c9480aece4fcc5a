import { answerWithoutWords } from '../../lib/media/answering.ts';
import { understandMedia, type UnderstoodMedia } from '../../lib/media/understand.ts';
import { MediaError } from '../../lib/messaging/media-error.ts';
import type { EventMessage } from '../../lib/messaging/messaging-event.ts';
import type { Store } from '../../lib/store/store.ts';
import type { Customer, World } from './world.ts';

/** A fifth of all messages; which ones does not take up a chance, so that a seed brings the same people either way. */
const ONE_IN = 5;
const META = 'https://lookaside.fbsbx.com/';
const OGG = 'OggS';
const LOOKED_AT = 30;

/** What a customer says, written or by voice; what is said by voice stands in the file's ID. */
export function messageOf(
	world: World,
	{ number }: Customer,
	{ id, text, at }: { id: string; text: string; at: number },
): EventMessage {
	if ((number * 7 + Math.floor(at / 1_000)) % ONE_IN !== 0) return { id, type: 'text', text };
	world.count('customer messages by voice');
	const file = { kind: 'audio' as const, voice: true as const, id: Buffer.from(text).toString('base64url') };
	return { id, type: 'audio', file };
}

/** What the node does when a customer has spoken: what answers a follow-up is heard at once. */
export async function hearAnswer(world: World, store: Store, key: string): Promise<void> {
	const answer = answerWithoutWords(await store.transcript(key, LOOKED_AT));
	if (answer) await hear(world, store, key, answer.messageIds);
}

/** What the node does before it decides: everything is heard. The server is the one of the model. */
export async function hear(
	world: World,
	store: Store,
	key: string,
	among?: string[],
): Promise<UnderstoodMedia> {
	return await understandMedia(store, key, {
		...(among ? { among } : {}),
		graphBaseUrl: '',
		graph: async ({ path }) => await Promise.resolve({ status: 200, body: { url: `${META}${path}` } }),
		download: async ({ url }) => {
			const said = Buffer.from(url.slice(META.length), 'base64url');
			return await Promise.resolve({ status: 200, bytes: Buffer.concat([Buffer.from(OGG), said]) });
		},
		reader: {
			modelFor: () => 'ears',
			async understand({ bytes }) {
				if (world.isDown('model')) throw new MediaError('server_unavailable', 'down');
				world.count('voice notes heard');
				return await Promise.resolve({
					text: Buffer.from(bytes).subarray(OGG.length).toString(),
					model: 'ears',
				});
			},
		},
		now: async () => await Promise.resolve(world.now),
	});
}
