import { Remembered } from './remembered.ts';
import type { WayToAsk } from './ways-to-ask.ts';

const MINUTE_MS = 60_000;
const SERVERS = 200;

/** What is known of the model servers that were asked. */
export interface ServerMemory {
	/** How a server with its model is asked, since it has worked; not for ever, so that an upgraded server is asked better. */
	ways: Remembered<WayToAsk>;
	/** Settings with which a model has answered of late: whatever is refused, it is not because of them. */
	working: Remembered<true>;
}

export function newServerMemory(clock?: () => number): ServerMemory {
	return {
		ways: new Remembered({ most: SERVERS, forMs: 60 * MINUTE_MS }, clock),
		// Shorter than the time until a refused question is asked again, so that none ends by what was true once.
		working: new Remembered({ most: SERVERS, forMs: 10 * MINUTE_MS }, clock),
	};
}

/** What this process knows. */
export const serverMemory = newServerMemory();
