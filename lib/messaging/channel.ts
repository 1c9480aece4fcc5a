export const CHANNELS = ['whatsapp', 'instagram', 'messenger'] as const;

/** One of the three messaging platforms of Meta that this package serves. */
export type Channel = (typeof CHANNELS)[number];

/** Tells whether a value is the name of a channel. */
export function isChannel(value: unknown): value is Channel {
	return CHANNELS.includes(value as Channel);
}

/** The names people know the channels by. */
export const CHANNEL_NAMES: Record<Channel, string> = {
	whatsapp: 'WhatsApp',
	instagram: 'Instagram',
	messenger: 'Messenger',
};
