import type { Channel } from '../messaging/channel.ts';

/** What an action changed, or why it changed nothing; the page tells it in words. */
export type Notice =
	| { kind: 'activated'; name: string }
	| { kind: 'deactivated'; name: string; count: number }
	| { kind: 'cancelled' | 'sentNow'; followUp: string; name: string }
	| { kind: 'paused'; name: string; count: number }
	| { kind: 'resumed'; name: string }
	| { kind: 'accountResumed'; platform: Channel; account: string }
	/** Nothing was changed, e.g. because the customer wrote in the meantime. */
	| { kind: 'unchanged'; reason: string };
