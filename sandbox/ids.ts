import { randomBytes } from 'node:crypto';
import type { Channel } from './world.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

function digits(count: number): string {
	return Array.from(randomBytes(count), (byte) => String(byte % 10)).join('');
}

/** A message id in the form the channel uses: `wamid.…` on WhatsApp, `m_…` on Messenger, `aWdf…` on Instagram. */
export function messageId(channel: Channel): string {
	if (channel === 'whatsapp') return `wamid.HBgM${randomBytes(33).toString('base64')}`;
	if (channel === 'messenger') return `m_${randomBytes(36).toString('base64url')}`;
	return Buffer.from(`ig_dm_item:1:${digits(34)}`)
		.toString('base64')
		.replaceAll('=', 'Z');
}

/** A business-scoped user ID: a country code, a dot and letters and digits. */
export function userId(country: string): string {
	return `${country}.${Array.from(randomBytes(22), (byte) => letters[byte % letters.length]).join('')}`;
}

/** A page-scoped or Instagram-scoped user id. */
export function scopedId(): string {
	return `7${digits(15)}`;
}

/** A numeric Graph object id. */
export function objectId(): string {
	return `9${digits(15)}`;
}

/** What Meta puts into `fbtrace_id`. */
export function traceId(): string {
	return `A${randomBytes(16).toString('base64url')}`;
}
