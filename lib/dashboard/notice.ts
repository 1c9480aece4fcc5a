import type { Channel } from '../messaging/channel.ts';

/** What an action changed, or why it changed nothing; the page tells it in words. */
export type Notice =
	| { kind: 'activated'; name: string }
	| { kind: 'deactivated'; name: string; count: number }
	| { kind: 'cancelled' | 'sentNow'; followUp: string; name: string }
	| { kind: 'paused'; name: string; count: number }
	| { kind: 'resumed'; name: string }
	| { kind: 'accountResumed'; platform: Channel; account: string }
	| { kind: 'created' | 'saved'; name: string }
	| { kind: 'removed'; name: string; count: number }
	/** Nothing was changed: it is gone, or is written elsewhere now. */
	| { kind: 'gone' | 'notKept' }
	/** Nothing was changed, e.g. because the customer wrote in the meantime. */
	| { kind: 'unchanged'; reason: string };
