import type { Channel } from '../messaging/channel.ts';
import type { Told } from '../messaging/refused-error.ts';

/** What an action changed, or why it changed nothing; the page tells it in words. */
export type Notice =
	| { kind: 'activated'; name: string }
	| { kind: 'deactivated'; name: string; count: number }
	| { kind: 'cancelled' | 'sentNow'; followUp: string; name: string }
	| { kind: 'moved'; followUp: string; name: string; at: string }
	| { kind: 'paused' | 'optedOut' | 'sold' | 'cancelledAll'; name: string; count: number }
	| { kind: 'resumed' | 'optedIn' | 'onlyTheCustomer' | 'forgotten'; name: string }
	| { kind: 'accountResumed' | 'accountReleased'; platform: Channel; account: string }
	| { kind: 'created' | 'saved'; name: string }
	| { kind: 'removed' | 'chatbotRemoved'; name: string; count: number }
	/** Nothing was changed: it was so before, e.g. because somebody else pressed the same button. */
	| { kind: 'asBefore'; what: AsBefore; name: string }
	/** Nothing was changed: it is gone, or is written elsewhere now. */
	| { kind: 'gone' | 'notKept' | 'chatbotGone' }
	/** Nothing was changed, e.g. because the customer wrote in the meantime. */
	| { kind: 'unchanged'; reason: string; told?: Told };

export type AsBefore =
	| 'activated'
	| 'deactivated'
	| 'paused'
	| 'resumed'
	| 'optedOut'
	| 'optedIn'
	| 'sold'
	| 'cancelledAll';
