import type { ChannelFacts } from './channel-facts.ts';
import { INSTAGRAM } from './instagram.ts';
import { MESSENGER } from './messenger.ts';
import { WHATSAPP } from './whatsapp.ts';

/** All channels with what is special about each. Whatever is missing for a channel that is added here does not compile. */
export const CHANNEL_FACTS = {
	whatsapp: WHATSAPP,
	instagram: INSTAGRAM,
	messenger: MESSENGER,
} satisfies Record<string, ChannelFacts>;

export type { ChannelFacts, ChannelIdentity } from './channel-facts.ts';
