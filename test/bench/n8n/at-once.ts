/** Does something for each of many, so many at a time. */
export async function forEach<T>(
	items: readonly T[],
	parallel: number,
	work: (item: T) => Promise<unknown>,
): Promise<void> {
	const queue = items.values();
	const lane = async () => {
		for (const item of queue) await work(item);
	};
	await Promise.all(Array.from({ length: Math.min(parallel, items.length) }, lane));
}
