import type { EventCorrection } from '../../../messaging/messaging-event.ts';
import { asObject, asText, type Json } from '../../../meta/webhook/read.ts';

/** Tells whether a message only changes or takes back an earlier one (numbers shared with the WhatsApp Business app). */
export function isCorrection(type: string): type is 'edit' | 'revoke' {
	return type === 'edit' || type === 'revoke';
}

/**
 * Reads an `edit` (possible for 15 minutes) or a `revoke` (for 2 days).
 * Source: Meta, "Onboarding WhatsApp Business app users"; read 2026-11-22.
 */
export function correctionOf(message: Json, type: 'edit' | 'revoke'): EventCorrection | undefined {
	const content = asObject(message[type]);
	const messageId = asText(content?.original_message_id);
	if (!messageId) return undefined;
	if (type === 'revoke') return { action: 'delete', messageId };
	const text = textNow(asObject(content?.message) ?? {});
	return { action: 'edit', messageId, ...(text === undefined ? {} : { text }) };
}

/** Of media only the caption can be edited. */
function textNow(message: Json): string | undefined {
	const content = asObject(message[asText(message.type) ?? 'text']);
	return asText(content?.body) ?? asText(content?.caption);
}
