import type { Channel } from './channel.ts';
import type { MediaKind } from './media.ts';

const MB = 1024 * 1024;

/**
 * How large a file of a customer can be, in bytes.
 * Sources: Meta, Cloud API "Media" (audio 16 MB, images 5 MB); Messenger Platform "Attachments" (25 MB) and "Instagram
 * messaging" (images 8 MB, audio 25 MB); read 2026-11-22.
 */
export const MEDIA_MAX_BYTES: Record<Channel, Record<MediaKind, number>> = {
	whatsapp: { audio: 16 * MB, image: 5 * MB },
	instagram: { audio: 25 * MB, image: 8 * MB },
	messenger: { audio: 25 * MB, image: 25 * MB },
};

/** How large a file of any other kind can be, in bytes. Source: Meta, Cloud API "Media" (documents 100 MB); read 2026-11-22. */
export const FILE_MAX_BYTES = 100 * MB;

/** No larger file is given to a model server. Source: OpenAI, "Speech to text" (25 MB); read 2026-12-01. */
export const UNDERSTOOD_MAX_BYTES: Record<MediaKind, number> = { audio: 25 * MB, image: 20 * MB };

/** How long one file may take to come, in ms: an address of WhatsApp lives 5 minutes (Meta, Cloud API "Media"; read 2026-11-22). */
export const MEDIA_FETCH_MS = 60_000;

/** How long a transcription may take, in ms. A minute of speech takes a small server about as long. */
export const TRANSCRIPTION_MS = 120_000;

/** How long a file is tried again whose fault may pass, in ms. A server may be down for a night, and one file may always fail. */
export const MEDIA_GIVE_UP_MS = 24 * 60 * 60_000;

/** So long nobody else begins with a file that a run has begun with, in ms: longer than all it may wait for. */
export const MEDIA_LEASE_MS = 2 * (MEDIA_FETCH_MS + TRANSCRIPTION_MS);

/** So many of the newest files of a conversation are understood for one decision. */
export const MEDIA_AT_ONCE = 10;

/**
 * Hosts on which Meta keeps what people send: its own and their subdomains.
 * Source: addresses in Meta's examples of "Media", "messages" webhooks of Messenger and Instagram; read 2026-12-01.
 */
export const MEDIA_HOSTS: readonly string[] = [
	'fbsbx.com',
	'fbcdn.net',
	'cdninstagram.com',
	'whatsapp.net',
	'facebook.com',
];
