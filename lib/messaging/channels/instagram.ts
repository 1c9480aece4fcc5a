import type { ChannelFacts } from './channel-facts.ts';
import { SCOPED_IDENTITY } from './scoped-identity.ts';

const HOUR_MS = 60 * 60_000;

export const INSTAGRAM: ChannelFacts = {
	name: 'Instagram',
	// Source: Meta, "Instagram API with Instagram Login: messaging"; read 2026-11-22.
	windowMs: 24 * HOUR_MS,
	// Neither utility templates nor marketing messages. Source: Meta, Messenger Platform "Utility messages"; read 2026-11-22.
	hasTemplates: false,
	hasAiTiming: false,
	// Bytes of UTF-8, not characters. Source: Meta, "Instagram messaging"; read 2026-11-22.
	textLimit: { size: 1000, unit: 'bytes' },
	// 300 texts and 10 audio or video files are allowed; above 40 an inbox may freeze.
	// Source: Meta, "Messenger Platform rate limiting"; read 2026-11-22.
	pace: { perSecond: { text: 40, media: 10 } },
	isBilled: false,
	hasFreeEntry: false,
	businessAppTakesThread: false,
	returnsCallbackData: false,
	errorPlatform: 'messenger_instagram',
	identity: SCOPED_IDENTITY,
};
