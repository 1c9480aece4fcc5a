import { writingsOf } from '../phone-writings.ts';
import type { ChannelFacts } from './channel-facts.ts';

const HOUR_MS = 60 * 60_000;

/**
 * A business-scoped user ID: the ISO code of a country, a dot and letters and digits (a parent one has `ENT.` between).
 * Source: Meta, "Business-scoped user IDs"; read 2026-11-22.
 */
const USER_ID = /^[A-Z]{2}\.[\w.]+$/;

export const WHATSAPP: ChannelFacts = {
	name: 'WhatsApp',
	// The customer service window. Source: Meta, Cloud API "Send messages"; read 2026-11-22.
	windowMs: 24 * HOUR_MS,
	hasTemplates: true,
	// Only a template can go at any moment a model may choose.
	hasAiTiming: true,
	// Source: Meta, Cloud API "Text messages"; read 2026-11-22.
	textLimit: { size: 4096, unit: 'characters' },
	pace: {
		// 20 with coexistence. Source: Meta, "Cloud API throughput"; read 2026-11-22.
		perSecond: { text: 80, media: 80 },
		// One per 6 s after a burst of 45 (131056); five are left for what others send.
		// Source: Meta, "Cloud API error codes" and "Rate limits"; read 2026-11-22.
		toOneCustomer: { intervalMs: 6_000, burst: 40 },
	},
	isBilled: true,
	// Source: Meta, "Pricing: free entry point conversations"; read 2026-11-22.
	hasFreeEntry: true,
	// `biz_opaque_callback_data`. Source: Meta, webhook reference "messages: status"; read 2026-11-22.
	// Only Meta Business Agent is told. Source: Meta, webhook reference "messaging_handovers" of WhatsApp, 2026-09-22.
	businessAppTakesThread: true,
	returnsCallbackData: true,
	errorPlatform: 'whatsapp',
	identity: {
		writingsOf,
		phoneOf: (id) => /^\+?(\d+)$/.exec(id)?.[1],
		read(written) {
			const digits = written.replace(/[\s().-]/g, '');
			// A phone number needs its +: without it nobody knows the country.
			if (/^\+[1-9]\d{5,14}$/.test(digits)) return { id: digits.slice(1), phone: digits.slice(1) };
			return USER_ID.test(written) ? { id: written } : undefined;
		},
		expected: 'neither a phone number with + nor a user ID',
		advice:
			'Write the number with + and country code, e.g. +573001112233, or a business-scoped user ID, e.g. CO.1A2B3C',
	},
};
