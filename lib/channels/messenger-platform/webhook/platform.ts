import type { Sink } from '../../../meta/webhook/sink.ts';
import type { Json } from '../../../meta/webhook/read.ts';
import type { MessagingEvent } from '../../../messaging/messaging-event.ts';
import type { MessengerPlatformChannel } from '../channel.ts';

/** In what Messenger and Instagram differ, though they write their events alike. */
export interface Platform {
	channel: MessengerPlatformChannel;
	opensWindow: OpensWindow;
	/** `entry.changes[]` other than messaging events: comments, mentions. */
	parseChange(change: Json, path: string, entry: { account: string; time: unknown }, sink: Sink): void;
}

/** Which customer actions open the messaging window, or start it anew. What is not in the table does not. */
export interface OpensWindow {
	message: boolean;
	postback: boolean;
	react: boolean;
	unreact: boolean;
	/** By `referral.source`. */
	referral: Record<string, boolean>;
}

/** What every messaging event has: whose it is, when, and whether another app owns the thread. */
export interface Item {
	json: Json;
	platform: Platform;
	/** The parts of an event that all kinds share. */
	about: Pick<MessagingEvent, 'channel' | 'account' | 'contact' | 'at' | 'raw'>;
	/** The business is the sender. */
	fromBusiness: boolean;
	/** It came by `standby[]`: another app owns the thread and this one only listens. */
	isStandby: boolean;
}
