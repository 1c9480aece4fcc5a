/** How fast messages may follow each other: one every `intervalMs`, after a burst. Whole milliseconds. */
export interface Pace {
	intervalMs: number;
	burst: number;
}

export interface Turn {
	/** When the message may go: `now` or later. */
	at: number;
	/** What has to be remembered for the next one. */
	freeAt: number;
}

/**
 * The next turn under a pace (generic cell rate algorithm: one number per limit is all there is to remember, so that any
 * number of processes can share it). `freeAt` is what the last turn left behind, `mostAheadMs` how far ahead of the present
 * turns are taken. What lies further ahead than that and the burst allow was left by a clock that has been set back since;
 * believed, it would hold a number up for as long as that clock was ahead.
 */
export function nextTurn(
	freeAt: number | undefined,
	{ intervalMs, burst }: Pace,
	now: number,
	mostAheadMs = Infinity,
): Turn {
	const isBelieved = freeAt !== undefined && freeAt <= now + mostAheadMs + burst * intervalMs;
	const free = isBelieved ? Math.max(freeAt, now) : now;
	const at = Math.max(now, free - (burst - 1) * intervalMs);
	return { at, freeAt: Math.max(free, at) + intervalMs };
}
