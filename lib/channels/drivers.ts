import type { Channel } from '../messaging/channel.ts';
import type { ChannelDriver } from './channel-driver.ts';
import { INSTAGRAM_DRIVER } from './instagram/index.ts';
import { MESSENGER_DRIVER } from './messenger/index.ts';
import { WHATSAPP_DRIVER } from './whatsapp/index.ts';

/** Every channel has a driver: one that is missing does not compile. */
export const CHANNEL_DRIVERS: Record<Channel, ChannelDriver> = {
	whatsapp: WHATSAPP_DRIVER,
	instagram: INSTAGRAM_DRIVER,
	messenger: MESSENGER_DRIVER,
};
