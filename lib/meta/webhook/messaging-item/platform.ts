import type { Channel } from '../../../messaging/channel';
import type { Sink } from '../parse-webhook';
import type { Json } from '../read';

/** In what Messenger and Instagram differ, though they write their events alike. */
export interface Platform {
	channel: Extract<Channel, 'messenger' | 'instagram'>;
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
