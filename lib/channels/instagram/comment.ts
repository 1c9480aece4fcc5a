import type { Sink } from '../../meta/webhook/sink.ts';
import { asObject, asText, asTime, shown, type Json } from '../../meta/webhook/read.ts';

const FIELDS = ['comments', 'live_comments'];

/**
 * Reads a comment on a post, reel or live video. It may be answered once in private; the window opens only when the person
 * writes in the thread. Mentions name nobody and are left out. Source: Meta, "Instagram webhooks: comments"; read 2026-11-22.
 */
export function parseComment(
	change: Json,
	path: string,
	{ account, time }: { account: string; time: unknown },
	sink: Sink,
): void {
	if (!FIELDS.includes(asText(change.field) ?? ''))
		return sink.ignore(path, `field ${shown(change.field)} is neither a message nor a comment`);
	const value = asObject(change.value) ?? {};
	const from = asObject(value.from);
	const id = asText(value.id) ?? asText(value.comment_id);
	const at = asTime(time);
	const contact = asText(from?.id);
	const [username, text, media] = [asText(from?.username), asText(value.text), asObject(value.media)];
	if (!id) return sink.ignore(path, 'id is missing');
	if (!at) return sink.ignore(path, 'entry.time is not a time');
	if (!contact) return sink.ignore(path, 'from.id is missing');
	if (contact === account) return sink.ignore(path, 'written by the account itself');
	sink.event({
		kind: 'comment',
		...{ id, channel: 'instagram' as const, account, at, opensWindow: false },
		contact: { id: contact, ...(username ? { username } : {}) },
		message: { id, type: 'comment', ...(text === undefined ? {} : { text }), ...(media ? { media } : {}) },
		raw: change,
	});
}
