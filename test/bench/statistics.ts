/** The value below which the given share of the samples lies (nearest rank, so it is always one that was measured). */
export function percentile(samples: readonly number[], share: number): number {
	if (samples.length === 0) throw new Error('There are no samples to take a percentile of');
	const sorted = [...samples].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}

/** The middle of the samples. */
export function median(samples: readonly number[]): number {
	if (samples.length === 0) throw new Error('There are no samples to take a median of');
	const sorted = [...samples].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] as number;
	return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

/** Each of ours by the one of theirs of the same run. */
export function ratios(above: readonly number[], below: readonly number[]): number[] {
	return above.map((value, run) => value / (below[run] as number));
}
