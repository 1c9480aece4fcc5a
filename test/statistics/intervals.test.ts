import * as fc from 'fast-check';
import { difference, rateOf, wilson } from '../../lib/statistics/intervals.ts';
import { quantile } from '../../lib/statistics/quantile.ts';
import { heldOutNeeded, roundedUp } from '../../lib/statistics/sample-size.ts';

/** Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3. */
test.each([
	[81, 263, 0.2553, 0.3662],
	[15, 148, 0.0624, 0.1605],
	[0, 20, 0, 0.1611],
	[1, 29, 0.0061, 0.1718],
])('the interval of %d of %d is the published one', (count, of, low, high) => {
	expect(wilson(count, of).low).toBeCloseTo(low, 4);
	expect(wilson(count, of).high).toBeCloseTo(high, 4);
});

/** Newcombe 1998, "Interval estimation for the difference between independent proportions", table II, method 10. */
test.each([
	[56, 70, 48, 80, 0.2, 0.0524, 0.3339],
	[9, 10, 3, 10, 0.6, 0.1705, 0.809],
	[10, 10, 0, 10, 1, 0.6075, 1],
])('the interval of %d of %d less %d of %d is the published one', (a, m, b, n, apart, low, high) => {
	const lift = difference(rateOf(a, m), rateOf(b, n));
	expect(lift?.difference).toBeCloseTo(apart, 4);
	expect(lift?.interval.low).toBeCloseTo(low, 4);
	expect(lift?.interval.high).toBeCloseTo(high, 4);
});

/** The textbook example: 40 % against 50 %, 80 % power, groups of equal size. */
test('the number needed is the published one, and grows when fewer are held out', () => {
	expect(heldOutNeeded({ base: 0.4, difference: 0.1, ratio: 1 })).toBe(385);
	expect(heldOutNeeded({ base: 0.4, difference: 0.1, ratio: 9 })).toBeLessThan(385);
	expect(heldOutNeeded({ base: 0.95, difference: 0.1, ratio: 1 })).toBeGreaterThan(0);
	expect([187, 259, 1000, 1001, 7].map(roundedUp)).toEqual([190, 260, 1000, 1100, 7]);
});

test('any share lies in its interval, and the interval within 0 and 1', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (of, drawn) => {
			const { rate, interval } = rateOf(Math.min(drawn, of), of);
			if (rate === undefined || !interval) throw new Error('There is something to take a share of');
			expect(interval.low).toBeGreaterThanOrEqual(0);
			expect(interval.high).toBeLessThanOrEqual(1);
			expect(interval.low).toBeLessThanOrEqual(rate + 1e-9);
			expect(interval.high).toBeGreaterThanOrEqual(rate - 1e-9);
		}),
	);
});

test('of nothing there is no share, and without a share no difference', () => {
	expect(rateOf(0, 0)).toEqual({ count: 0, of: 0 });
	expect(difference(rateOf(0, 0), rateOf(1, 2))).toBeUndefined();
});

test('quantiles are those of a spreadsheet', () => {
	expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile([1, 2, 4, 8, 16, 32], share))).toEqual([
		1, 2.5, 6, 14, 32,
	]);
	expect(quantile([7], 0.75)).toBe(7);
	expect(() => quantile([], 0.5)).toThrow('nothing');
});
