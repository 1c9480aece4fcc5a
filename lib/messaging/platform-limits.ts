import type { Channel } from './channel';

/**
 * What Meta allows, in one place, each with its source and the day it was read.
 * When Meta changes a figure, this file is the only one to edit.
 */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * How long after the last qualifying customer action free-form messages may be sent, in ms.
 * WhatsApp: customer service window. Messenger and Instagram: standard messaging window.
 * Source: Meta, Cloud API "Send messages" and Messenger Platform "Policy overview"; read 2026-11-22.
 */
export const MESSAGING_WINDOW_MS: Record<Channel, number> = {
	whatsapp: 24 * HOUR_MS,
	instagram: 24 * HOUR_MS,
	messenger: 24 * HOUR_MS,
};

/**
 * Only WhatsApp has templates that an automation may send to anybody after the window closed.
 * (Messenger's utility templates exist, but never for a follow-up: they must not be promotional.)
 * Source: Meta, Messenger Platform "Utility messages"; read 2026-11-22.
 */
export const HAS_TEMPLATES: Record<Channel, boolean> = { whatsapp: true, instagram: false, messenger: false };

/**
 * How long a text may be. Instagram counts bytes of UTF-8, the other two count characters.
 * Source: Cloud API "Text messages" (4096), Send API reference (2000), Instagram messaging (1000 bytes); read 2026-11-22.
 */
export const TEXT_LIMIT: Record<Channel, { size: number; unit: 'characters' | 'bytes' }> = {
	whatsapp: { size: 4096, unit: 'characters' },
	messenger: { size: 2000, unit: 'characters' },
	instagram: { size: 1000, unit: 'bytes' },
};

/** The largest webhook body Meta sends, in bytes. Source: Cloud API "Webhooks overview" (3 MB); read 2026-11-22. */
export const WEBHOOK_BODY_MAX_BYTES = 3 * 1024 * 1024;

/**
 * How long Meta may deliver the same webhook again, in ms.
 * Source: Cloud API "Webhooks overview" (7 days); read 2026-11-22. One day more, for clocks and delays.
 */
export const REDELIVERY_MS = 8 * 24 * HOUR_MS;

/** The Graph API version used unless the credential says otherwise. v26.0 was released 2026-07-29. */
export const GRAPH_VERSION = 'v26.0';

/** How much of a text an account may send: its size in the unit that the channel counts. */
export function textSize(channel: Channel, text: string): number {
	return TEXT_LIMIT[channel].unit === 'bytes' ? Buffer.byteLength(text, 'utf8') : [...text].length;
}
