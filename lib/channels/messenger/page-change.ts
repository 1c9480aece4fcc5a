import type { Sink } from '../../meta/webhook/sink.ts';
import { asObject, asText, asTime, shown, type Json } from '../../meta/webhook/read.ts';

/**
 * Reads a comment or a visitor's post on the Page. Meta lets the business answer it once; the thread's window opens only
 * when the person writes there. Source: Meta, webhook reference "Page: feed", and "Private replies"; read 2026-11-22.
 */
export function parsePageChange(
	change: Json,
	path: string,
	{ account, time }: { account: string; time: unknown },
	sink: Sink,
): void {
	const value = asObject(change.value) ?? {};
	const item = asText(value.item);
	if (change.field !== 'feed' || value.verb !== 'add' || (item !== 'comment' && item !== 'post'))
		return sink.ignore(path, `field ${shown(change.field)} (${item ?? 'no item'}) is not a message`);
	const id = asText(value.comment_id) ?? asText(value.post_id);
	const at = asTime(value.created_time) ?? asTime(time);
	const from = asObject(value.from);
	const contact = asText(from?.id);
	const [name, text] = [asText(from?.name), asText(value.message)];
	if (!id) return sink.ignore(path, 'neither comment_id nor post_id is there');
	if (!at) return sink.ignore(path, 'neither created_time nor entry.time is a time');
	if (!contact) return sink.ignore(path, 'from.id is missing');
	if (contact === account) return sink.ignore(path, 'written by the Page itself');
	sink.event({
		kind: 'comment',
		...{ id, channel: 'messenger' as const, account, at, opensWindow: false },
		contact: { id: contact, ...(name ? { name } : {}) },
		message: { id, type: item, ...(text === undefined ? {} : { text }) },
		raw: change,
	});
}
