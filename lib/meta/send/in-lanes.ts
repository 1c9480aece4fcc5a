import pLimit from 'p-limit';

export interface LanesOptions<Item> {
	/** Items with the same lane go one after the other, in their order. */
	laneOf: (item: Item, index: number) => string;
	/** How many lanes are under way at the same time. */
	parallel: number;
	/** Asked before each item; once it says yes, nothing more is begun. */
	stop?: () => boolean;
}

/**
 * Works on many items at once, but in order for each customer: one answer of Meta takes a tenth of a second or more, so one
 * after the other they would use a small part of what a number may send.
 * @returns the results in the order of the items; undefined for those that were not begun.
 */
export async function inLanes<Item, Result>(
	items: readonly Item[],
	work: (item: Item, index: number) => Promise<Result>,
	{ laneOf, parallel, stop = () => false }: LanesOptions<Item>,
): Promise<(Result | undefined)[]> {
	const lanes = Map.groupBy(items.keys(), (index) => laneOf(items[index] as Item, index)).values();
	const results = new Array<Result | undefined>(items.length).fill(undefined);
	await pLimit(parallel).map(lanes, async (lane) => {
		for (const index of lane) {
			if (stop()) return;
			results[index] = await work(items[index] as Item, index);
		}
	});
	return results;
}
