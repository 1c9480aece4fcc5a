import type { Page, PageOptions } from '../../lib/index.ts';

/** Large enough that a list of 20,000 takes few queries, small enough that no query holds up anything else. */
const AT_ONCE = 500;

/** Reads a list page by page up to a limit. */
export async function readPages<T>(
	limit: number,
	read: (page: PageOptions) => Promise<Page<T>>,
): Promise<T[]> {
	const items: T[] = [];
	let after: string | undefined;
	do {
		const page = await read({
			limit: Math.min(AT_ONCE, limit - items.length),
			...(after === undefined ? {} : { after }),
		});
		items.push(...page.items);
		after = page.next;
	} while (after !== undefined && items.length < limit);
	return items;
}
