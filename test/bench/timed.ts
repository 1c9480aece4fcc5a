/** Milliseconds of processor time of this thread: what others do on the machine is not in it. */
function processorTime(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}

/** What each of many times took, in milliseconds: by the wall's clock, and of processor time. */
export interface Took {
	wall: number[];
	cpu: number[];
}

/** Does something several times and notes what each took; the first ones, which compile and load, are left out. */
export async function timed(
	times: number,
	work: (round: number) => unknown,
	{ warmUp = Math.min(20, Math.ceil(times / 5)) } = {},
): Promise<Took> {
	const took: Took = { wall: [], cpu: [] };
	for (let round = 0; round < times + warmUp; round++) {
		const cpu = processorTime();
		const started = performance.now();
		// What answers at once is not awaited: a turn of the event loop would be measured with it.
		const pending = work(round);
		if (pending instanceof Promise) await pending;
		if (round < warmUp) continue;
		took.wall.push(performance.now() - started);
		took.cpu.push(processorTime() - cpu);
	}
	return took;
}
