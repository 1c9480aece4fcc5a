import type { Channel } from './channel.ts';
import { CHANNEL_FACTS } from './channels/index.ts';
import type { Pace } from './pace.ts';

/**
 * What Meta allows on whatever channel, each with its source and the day it was read. What differs from channel to channel
 * stands in `channels/`.
 */

const HOUR_MS = 60 * 60_000;

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

/** A tenth stays free: requests do not arrive as evenly as they leave. */
export function paceOf(perSecond: number): Pace {
	return {
		intervalMs: Math.ceil(1_000 / (perSecond * 0.9)),
		burst: Math.max(1, Math.floor(perSecond / 20)),
	};
}

/** The Graph API version used unless the credential says otherwise. v27.0 was released 2026-11-04 (Meta, changelog; read 2026-11-30). */
export const GRAPH_VERSION = 'v27.0';

/** How much of a text an account may send: its size in the unit that the channel counts. */
export function textSize(channel: Channel, text: string): number {
	return CHANNEL_FACTS[channel].textLimit.unit === 'bytes'
		? Buffer.byteLength(text, 'utf8')
		: [...text].length;
}

/** What no value of a template may hold: line breaks, tabs, more than four spaces in a row. Source: Meta, error 132018; read 2026-11-22. */
export const NOT_IN_TEMPLATE_VALUES = /[\n\r\t]| {5,}/;
