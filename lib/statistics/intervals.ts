import type { Interval, Lift, Rate } from './types.ts';

/** The standard normal quantile of 97.5 %, from the tables: all intervals are at 95 % confidence. */
export const Z_95 = 1.959964;

/** A share with its Wilson interval; of nothing there is no share. */
export function rateOf(count: number, of: number): Rate {
	return of === 0 ? { count, of } : { count, of, rate: count / of, interval: wilson(count, of) };
}

/**
 * Wilson's score interval of a share: unlike the textbook one it stays within 0 and 1 and holds its confidence for the
 * small numbers that a shop has (Wilson 1927; Brown, Cai and DasGupta 2001 recommend it for small samples).
 */
export function wilson(count: number, of: number): Interval {
	const share = count / of;
	const middle = share + Z_95 ** 2 / (2 * of);
	const reach = Z_95 * Math.sqrt((share * (1 - share)) / of + Z_95 ** 2 / (4 * of ** 2));
	const scale = 1 + Z_95 ** 2 / of;
	return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}

/** The difference of two shares with Newcombe's interval (1998, method 10), built from the two Wilson intervals. */
export function difference(first: Rate, second: Rate): Lift | undefined {
	if (first.rate === undefined || second.rate === undefined || !first.interval || !second.interval)
		return undefined;
	const apart = first.rate - second.rate;
	const down = Math.hypot(first.rate - first.interval.low, second.interval.high - second.rate);
	const up = Math.hypot(first.interval.high - first.rate, second.rate - second.interval.low);
	return {
		difference: apart,
		interval: { low: Math.max(-1, apart - down), high: Math.min(1, apart + up) },
	};
}
