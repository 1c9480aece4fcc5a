import { CHANNEL_FACTS } from './channels/index.ts';

/** One of the messaging platforms of Meta that this package serves. */
export type Channel = keyof typeof CHANNEL_FACTS;

export const CHANNELS = Object.keys(CHANNEL_FACTS) as [Channel, ...Channel[]];

/** Tells whether a value is the name of a channel. */
export function isChannel(value: unknown): value is Channel {
	return CHANNELS.includes(value as Channel);
}

/** Something for each channel, made from what is special about it. */
export function forEachChannel<T>(make: (channel: Channel) => T): Record<Channel, T> {
	return Object.fromEntries(CHANNELS.map((channel) => [channel, make(channel)])) as Record<Channel, T>;
}

/** The names people know the channels by. */
export const CHANNEL_NAMES = forEachChannel((channel) => CHANNEL_FACTS[channel].name);
