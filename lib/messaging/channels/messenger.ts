import type { ChannelFacts } from './channel-facts.ts';
import { SCOPED_IDENTITY } from './scoped-identity.ts';

const HOUR_MS = 60 * 60_000;

export const MESSENGER: ChannelFacts = {
	name: 'Messenger',
	// The standard messaging window. Source: Meta, Messenger Platform "Policy overview"; read 2026-11-22.
	windowMs: 24 * HOUR_MS,
	// Utility templates exist, but never for a follow-up: they must not be promotional.
	// Source: Meta, Messenger Platform "Utility messages"; read 2026-11-22.
	hasTemplates: false,
	hasAiTiming: false,
	// Source: Meta, "Send API reference"; read 2026-11-22.
	textLimit: { size: 2000, unit: 'characters' },
	// 300 texts and 10 audio or video files are allowed; above 40 a Page's inbox may freeze.
	// Source: Meta, "Messenger Platform rate limiting"; read 2026-11-22.
	pace: { perSecond: { text: 40, media: 10 } },
	isBilled: false,
	hasFreeEntry: false,
	businessAppTakesThread: false,
	returnsCallbackData: false,
	errorPlatform: 'messenger_instagram',
	identity: SCOPED_IDENTITY,
};
