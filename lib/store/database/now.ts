declare const decided: unique symbol;

/**
 * The present by the clock that decides: the database server's where several hosts share one, otherwise this machine's.
 * `store.now()` gives it, and whatever depends on the present takes it as an argument. All other times, which people choose,
 * Meta tells or a calendar gives, are plain dates: they are stored and compared as they are.
 */
export type Now = Date & { readonly [decided]: true };

/** Says what the present is where time is played and no clock decides, e.g. in a past conversation. */
export function asNow(time: Date): Now {
	return time as Now;
}
