/** Does something several times and gives the milliseconds each took; the first ones, which compile and load, are left out. */
export async function timed(
	times: number,
	work: (round: number) => unknown,
	{ warmUp = Math.min(20, Math.ceil(times / 5)) } = {},
): Promise<number[]> {
	const took: number[] = [];
	for (let round = 0; round < times + warmUp; round++) {
		const started = performance.now();
		// What answers at once is not awaited: a turn of the event loop would be measured with it.
		const pending = work(round);
		if (pending instanceof Promise) await pending;
		if (round >= warmUp) took.push(performance.now() - started);
	}
	return took;
}
