import type { EventHandover } from '../../../messaging/messaging-event.ts';
import type { Sink } from '../../../meta/webhook/sink.ts';
import { asObject, asText, type Json } from '../../../meta/webhook/read.ts';
import type { Item } from './platform.ts';

const KEYS = {
	pass: 'pass_thread_control',
	take: 'take_thread_control',
	request: 'request_thread_control',
} as const;

/**
 * Reads a change of who owns the thread. Whether the new owner is the business's own app is not known here; whoever
 * records the event knows its ID. Source: Meta, webhook reference "messaging_handovers"; read 2026-11-22.
 */
export function parseHandover(action: EventHandover['action']) {
	return (item: Item, _path: string, sink: Sink): void => {
		const json = asObject(item.json[KEYS[action]]) as Json;
		const newOwner = asText(action === 'request' ? json.requested_owner_app_id : json.new_owner_app_id);
		const previousOwner = asText(json.previous_owner_app_id);
		sink.event({
			...item.about,
			kind: 'handover',
			id: `handover:${item.about.contact.id}:${action}:${newOwner ?? ''}:${item.about.at}`,
			opensWindow: false,
			handover: {
				action,
				...(newOwner ? { newOwner } : {}),
				...(previousOwner ? { previousOwner } : {}),
			},
		});
	};
}
