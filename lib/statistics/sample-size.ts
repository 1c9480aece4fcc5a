import { Z_95 } from './intervals.ts';

/** The standard normal quantile of 80 %: so often a difference that is really there should be found (the power). */
const Z_POWER = 0.841621;

export interface SampleSizeQuestion {
	/** The share expected without follow-ups, 0 to 1. */
	base: number;
	/** The difference worth finding, as a share. */
	difference: number;
	/** How many are in the other group for each one held out. */
	ratio: number;
}

/**
 * About how many conversations must be held out, so that a difference of that size shows up: the usual formula for two
 * shares with groups of unequal size (Fleiss, Levin and Paik 2003, section 4.3, without continuity correction).
 */
export function heldOutNeeded({ base, difference, ratio }: SampleSizeQuestion): number {
	const other = base + difference <= 1 ? base + difference : base - difference;
	const z = Z_95 + Z_POWER;
	const spread = (other * (1 - other)) / ratio + base * (1 - base);
	return Math.ceil((z ** 2 * spread) / difference ** 2);
}

/** "About": up to the next round number, of two digits. */
export function roundedUp(count: number): number {
	const step = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
	return Math.ceil(count / step) * step;
}
