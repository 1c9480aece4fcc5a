import type { Sink } from '../../../meta/webhook/sink.ts';
import { asObject, asText, type Json } from '../../../meta/webhook/read.ts';
import { parseMessage } from './message.ts';
import type { Item } from './platform.ts';

/**
 * Reads that a message was edited. Some Instagram accounts get what was not edited at all (`num_edit` 0) in place of the
 * message; sources disagree, so it is the message, under the same ID: where both come, the second is a repetition.
 * Sources: Meta, webhook reference "message_edits", read 2026-11-22; reports of integrators, read 2026-11-30.
 */
export function parseEdit(item: Item, path: string, sink: Sink): void {
	const json = asObject(item.json.message_edit) as Json;
	// Who on the business side wrote it an edit does not tell, so there it stays one.
	if (asText(json.num_edit) === '0' && !item.fromBusiness)
		return parseMessage({ ...item, json: { ...item.json, message: json } }, path, sink);
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
