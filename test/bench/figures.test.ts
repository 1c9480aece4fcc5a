import fc from 'fast-check';
import { judged } from './figure.ts';
import { median, percentile } from './statistics.ts';

const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 });

describe('percentiles', () => {
	test('at least the given share of the samples is not above, and fewer are below', () => {
		fc.assert(
			fc.property(samples, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
				const found = percentile(values, share);
				expect(values).toContain(found);
				expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(share * values.length);
				expect(values.filter((value) => value < found).length).toBeLessThan(share * values.length);
			}),
		);
	});

	test('as many samples are above the median as below', () => {
		fc.assert(
			fc.property(samples, (values) => {
				const middle = median(values);
				const below = values.filter((value) => value < middle).length;
				const above = values.filter((value) => value > middle).length;
				expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
			}),
		);
	});

	test('without samples there is none', () => {
		expect(() => percentile([], 0.5)).toThrow('no samples');
		expect(() => median([])).toThrow('no samples');
	});
});

describe('a figure', () => {
	const measured = { name: 'claim', value: 40, unit: 'ms', runs: 5 };

	test.each([
		[{ atMost: 40, of: 'value' } as const, false, 'at most 40 ms'],
		[{ atMost: 39, of: 'value' } as const, true, 'at most 39 ms'],
		[{ atLeast: 2, of: 'ratio' } as const, false, 'at least 2 times'],
		[{ atLeast: 2.1, of: 'ratio' } as const, true, 'at least 2.1 times'],
	])('with the target %j is missed: %s', (target, missed, words) => {
		expect(judged({ ...measured, against: 80, ratio: 2, target })).toMatchObject({ missed, target: words });
	});

	test('whose ratio could not be taken misses its target', () => {
		expect(judged({ ...measured, target: { atLeast: 2, of: 'ratio' } }).missed).toBe(true);
		expect(judged({ ...measured, ratio: NaN, target: { atLeast: 2, of: 'ratio' } }).missed).toBe(true);
	});

	test('without a target is never missed', () => {
		expect(judged(measured)).toMatchObject({ missed: false, target: '', against: null, ratio: null });
	});
});
