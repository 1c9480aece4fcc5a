import type { Sink } from '../../../meta/webhook/sink.ts';
import { asArray, asObject, asText, asTime, type Json } from '../../../meta/webhook/read.ts';
import type { Item } from './platform.ts';

/**
 * Reads that the customer saw messages: Messenger tells up to when, Instagram which one.
 * Source: Meta, webhook references "message_reads" and "messaging_seen"; read 2026-11-22.
 */
export function parseRead(item: Item, path: string, sink: Sink): void {
	if (item.fromBusiness) return sink.ignore(path, 'the business itself read');
	const json = asObject(item.json.read) as Json;
	const messageId = asText(json.mid);
	const upTo = asTime(json.watermark);
	if (!messageId && !upTo) return sink.ignore(path, 'neither read.mid nor read.watermark is there');
	sink.event({
		...item.about,
		kind: 'read',
		id: `read:${item.about.contact.id}:${messageId ?? upTo}`,
		opensWindow: false,
		receipt: { state: 'read', ...(messageId ? { messageId } : {}), ...(upTo ? { upTo } : {}) },
	});
}

/**
 * Reads that messages arrived on the customer's device (Messenger only). The IDs may be missing; then the moment counts.
 * Source: Meta, webhook reference "message_deliveries"; read 2026-11-22.
 */
export function parseDelivery(item: Item, path: string, sink: Sink): void {
	const json = asObject(item.json.delivery) as Json;
	const ids = asArray(json.mids).flatMap((mid) => asText(mid) ?? []);
	const shared = { ...item.about, kind: 'status' as const, opensWindow: false };
	for (const messageId of ids) {
		sink.event({
			...shared,
			id: `${messageId}:delivered`,
			status: { messageId, state: 'delivered' },
		});
	}
	const upTo = asTime(json.watermark);
	if (ids.length > 0) return;
	if (!upTo) return sink.ignore(path, 'neither delivery.mids nor delivery.watermark is there');
	const id = `delivered:${item.about.contact.id}:${upTo}`;
	sink.event({ ...shared, id, receipt: { state: 'delivered', upTo } });
}
