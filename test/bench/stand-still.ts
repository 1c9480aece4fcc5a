import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** The longest time in which nothing else could run in this thread while the work was done, in milliseconds. */
export async function longestStandStill(work: () => Promise<void>): Promise<number> {
	const delay = monitorEventLoopDelay({ resolution: 1 });
	const tick = async () => {
		for (const { count } = delay; delay.count === count; ) await sleep(1);
	};
	delay.enable();
	// A stretch is noted from one tick of its clock to the next: the first must be over before, the last comes after.
	await tick();
	await work();
	await tick();
	delay.disable();
	return delay.max / 1e6;
}
