import { RefusedError } from '../../messaging/refused-error.ts';

/** Where a page ended: the value that the list is sorted by, and the row's own ID. */
export interface Cursor {
	at: number;
	id: string | number;
	/** How many rows the list had at its first page: counting 20,000 anew for each page took most of the time (8 s). */
	total: number;
}

/** What a list gives as `next`. */
export function writeCursor({ at, id, total }: Cursor): string {
	return Buffer.from(JSON.stringify([at, id, total])).toString('base64url');
}

/**
 * Reads what a list gave as `next`.
 * @throws RefusedError when it is something else.
 */
export function readCursor(text: string): Cursor {
	try {
		const [at, id, total] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
		const isId = typeof id === 'string' || typeof id === 'number';
		if (typeof at === 'number' && isId && typeof total === 'number') return { at, id, total };
	} catch {
		// Said below.
	}
	throw new RefusedError(
		`"${text}" is not the end of a page`,
		'Give what the page before gave as "next", or leave it out for the first page',
	);
}

/** A page out of one row more than it may hold: the surplus row says that there is a next page. */
export function pageOf<Row, Item>(
	rows: Row[],
	limit: number,
	total: number,
	cursorOf: (row: Row) => Omit<Cursor, 'total'>,
	itemOf: (row: Row) => Item,
): { items: Item[]; total: number; next?: string } {
	const shown = rows.slice(0, limit);
	const last = shown.at(-1);
	return {
		items: shown.map(itemOf),
		total,
		...(rows.length > limit && last !== undefined ? { next: writeCursor({ ...cursorOf(last), total }) } : {}),
	};
}
