import { RefusedError } from '../../messaging/refused-error.ts';

/** Clocks of different machines differ; what is told as "just now" may lie a little ahead of ours. */
const CLOCK_DIFFERENCE_MS = 5 * 60_000;

/**
 * A moment that has been; left out it is now.
 * @throws RefusedError when it lies ahead by more than clocks differ.
 */
export function pastMoment(given: Date | undefined, now: Date, what: string): Date {
	if (given === undefined) return now;
	if (given.getTime() > now.getTime() + CLOCK_DIFFERENCE_MS)
		throw new RefusedError(
			`The time ${given.toISOString()} lies ahead: it is ${now.toISOString()}`,
			`Give the time ${what}, or leave it out for now`,
		);
	return given > now ? now : given;
}

/** @throws RefusedError when the time does not lie ahead. */
export function requireAhead(time: Date, now: Date, advice: string): void {
	if (time > now) return;
	const at = time.toISOString();
	throw new RefusedError(`The time ${at} has passed: it is ${now.toISOString()}`, advice, {
		code: 'timePassed',
		values: { at },
	});
}
