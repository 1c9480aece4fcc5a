import { Chance } from './chance.ts';
import type { Outcome } from './simulate.ts';
import type { Options } from './world.ts';

/**
 * Divides a simulation into independent parts that can run side by side. Each part has a seed of its own, made from the whole's,
 * with which it can be run again alone; one part keeps the seed of the whole.
 */
export function shardsOf({ conversations, seed, days }: Options, parts: number): Options[] {
	const chance = new Chance(seed);
	return Array.from({ length: parts }, (_, place) => ({
		conversations: Math.floor((conversations + place) / parts),
		seed: parts === 1 ? seed : chance.between(1, 2 ** 31),
		days,
	})).filter((part) => part.conversations > 0);
}

/** The sums over all parts; each violation says in which part it was found. */
export function sumOf(parts: readonly { seed: number; outcome: Outcome }[]): Outcome {
	const counts = new Map<string, number>();
	for (const { outcome } of parts)
		for (const [what, count] of outcome.counts) counts.set(what, (counts.get(what) ?? 0) + count);
	return {
		counts: [...counts].sort(([a], [b]) => a.localeCompare(b)),
		violations: parts.flatMap(({ seed, outcome }) =>
			outcome.violations.map((violation) => `[seed ${seed}] ${violation}`),
		),
	};
}
