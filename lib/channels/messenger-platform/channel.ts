import type { Channel } from '../../messaging/channel.ts';

/** The channels that Meta's Messenger Platform serves: they write their events and take their messages alike. */
export type MessengerPlatformChannel = Extract<Channel, 'messenger' | 'instagram'>;
