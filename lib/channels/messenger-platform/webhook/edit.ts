import type { Sink } from '../../../meta/webhook/sink.ts';
import { asObject, asText, type Json } from '../../../meta/webhook/read.ts';
import type { Item } from './platform.ts';

/** Reads that a message was edited. Source: Meta, webhook reference "message_edits"; read 2026-11-22. */
export function parseEdit(item: Item, path: string, sink: Sink): void {
	const json = asObject(item.json.message_edit) as Json;
	const messageId = asText(json.mid);
	const text = asText(json.text);
	if (!messageId) return sink.ignore(path, 'message_edit.mid is missing');
	sink.event({
		...item.about,
		kind: 'other',
		id: `${messageId}:edit:${asText(json.num_edit) ?? item.about.at}`,
		opensWindow: false,
		correction: { action: 'edit', messageId, ...(text === undefined ? {} : { text }) },
		...(item.fromBusiness ? { echo: { by: 'person' as const } } : {}),
	});
}
