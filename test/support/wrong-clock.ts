import type { LocalClock } from '../../lib/store/database/clock.ts';

/** The clocks of a machine whose time of day is off by so much. */
export function clockOff(ms: number): LocalClock {
	return { timeOfDay: () => new Date().getTime() + ms, steady: () => performance.now() };
}
