import type { Channel } from './channel.ts';
import type { Pace } from './pace.ts';

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

/**
 * How long no marketing template goes to a customer after Meta held one back (131049), in ms.
 * Source: Meta, "Per-user marketing template message limits" (wait at least 24 hours); read 2026-11-22.
 */
export const MARKETING_HELD_BACK_MS = 24 * HOUR_MS;

/**
 * Messages to one WhatsApp customer: one per 6 s after a burst of 45 (131056); five are left for what others send.
 * Source: Meta, "Cloud API error codes" and "Rate limits"; read 2026-11-22.
 */
export const PAIR_PACE: Pace = { intervalMs: 6_000, burst: 40 };

/**
 * Messages per second of an account. WhatsApp: 80 (20 with coexistence). Messenger and Instagram allow 300 texts and 10
 * audio or video files; above 40 a Page's inbox may freeze.
 * Source: Meta, "Cloud API throughput" and "Messenger Platform rate limiting"; read 2026-11-22.
 */
export const MESSAGES_PER_SECOND: Record<Channel, { text: number; media: number }> = {
	whatsapp: { text: 80, media: 80 },
	messenger: { text: 40, media: 10 },
	instagram: { text: 40, media: 10 },
};

/** A tenth stays free: requests do not arrive as evenly as they leave. */
export function paceOf(perSecond: number): Pace {
	return {
		intervalMs: Math.ceil(1_000 / (perSecond * 0.9)),
		burst: Math.max(1, Math.floor(perSecond / 20)),
	};
}

/** The Graph API version used unless the credential says otherwise. v26.0 was released 2026-07-29. */
export const GRAPH_VERSION = 'v26.0';

/** How much of a text an account may send: its size in the unit that the channel counts. */
export function textSize(channel: Channel, text: string): number {
	return TEXT_LIMIT[channel].unit === 'bytes' ? Buffer.byteLength(text, 'utf8') : [...text].length;
}
