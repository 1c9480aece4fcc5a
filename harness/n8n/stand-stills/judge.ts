import type { Check } from '../../smoke/checks.ts';
import type { StandStill } from './watch.ts';

/** So long nothing of this package may keep n8n from other work. */
const MOST_MS = 100;
/**
 * On a machine that is busy with other programs a short piece of work takes long without doing so on its own; only what is
 * longer than this counts then. Waiting for a disk looks the same.
 */
const MOST_WAITING_MS = 250;

/** Whether this package kept n8n from other work for too long, with the longest stretch of it and of n8n itself. */
export function standStillCheck(seen: readonly StandStill[]): Check {
	const ours = longest(seen, ({ oursMs }) => oursMs);
	const others = longest(seen, ({ ms, oursMs }) => ms - oursMs);
	return {
		name: `n8n's event loop never stands still for more than ${MOST_MS} ms because of this package`,
		holds: !seen.some(isTooLong),
		found: [
			ours && ours.oursMs > 0
				? `longest ${told(ours.oursMs)} (of a stretch of ${told(ours.ms)}, ${told(ours.workedMs)} of work) in ${ours.ours}`
				: 'no stretch of 50 ms or more',
			...(others
				? [`n8n by itself: ${told(others.ms - others.oursMs)} in ${others.others ?? 'nothing that was seen'}`]
				: []),
		].join('; '),
	};
}

function isTooLong({ oursMs, workedMs }: StandStill): boolean {
	return Math.min(oursMs, workedMs) > MOST_MS || oursMs > MOST_WAITING_MS;
}

function longest(seen: readonly StandStill[], of: (one: StandStill) => number): StandStill | undefined {
	return seen.toSorted((a, b) => of(b) - of(a))[0];
}

const told = (ms: number): string => `${Math.round(ms)} ms`;
