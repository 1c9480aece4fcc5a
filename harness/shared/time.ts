/** Seconds since a `performance.now()`, as text with one decimal. */
export function secondsSince(start: number): string {
	return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** A duration as a person says it: `48 s`, `3 min 5 s`. */
export function spoken(ms: number): string {
	const seconds = Math.round(ms / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
