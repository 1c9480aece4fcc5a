/** Databases limit the parameters of a statement (SQLite 32,766), and a delivery may carry 1,000 events of some 20 columns. */
export const AT_ONCE = 300;

/** Cuts a list into parts that a statement can take, in order; none of an empty one. */
export function* partsOf<T>(items: readonly T[], most = AT_ONCE): Generator<T[]> {
	for (let start = 0; start < items.length; start += most) yield items.slice(start, start + most);
}
