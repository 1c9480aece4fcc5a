import fc from 'fast-check';
import { clockOffBy, withArrival, type Arrival } from '../../lib/messaging/clock-offset.ts';
import { HOUR, MINUTE } from '../support/time.ts';

const SECOND = 1_000;

/** What is known after deliveries of these ages, so long apart. */
function after(ages: readonly number[], everyMs = MINUTE): number | undefined {
	let known: readonly Arrival[] = [];
	for (const [place, ageMs] of ages.entries())
		known = withArrival(known, { id: `event ${place}`, at: place * everyMs, ageMs });
	return clockOffBy(known);
}

const times = (count: number, age: (place: number) => number) =>
	Array.from({ length: count }, (_, n) => age(n));

describe('a clock that is behind', () => {
	test('is known by three messages from the future', () => {
		expect(after([-21 * MINUTE, -20 * MINUTE])).toBeUndefined();
		expect(after([-21 * MINUTE, -20 * MINUTE, -22 * MINUTE])).toBe(-20 * MINUTE);
	});

	test('is known also where most deliveries are late', () => {
		expect(after([3 * HOUR, -20 * MINUTE, 2 * HOUR, -20 * MINUTE, 90 * MINUTE, -20 * MINUTE])).toBe(
			-20 * MINUTE,
		);
	});

	test('is believed to be right again with the first delivery that fits', () => {
		expect(after([...times(10, () => -20 * MINUTE), 2 * SECOND])).toBe(0);
	});

	test.each([
		['one odd message among others', [2 * SECOND, -20 * MINUTE, 3 * SECOND]],
		['two odd messages', [2 * SECOND, -20 * MINUTE, -20 * MINUTE]],
		['a minute and a half', times(20, () => -90 * SECOND)],
	])('is not read from %s', (_name, ages) => expect(after(ages)).toBe(0));

	test('is not read from many messages of one moment', () => {
		expect(
			after(
				times(50, () => -HOUR),
				100,
			),
		).toBeUndefined();
	});

	test('is not read from one message that comes again and again', () => {
		let known: readonly Arrival[] = [];
		for (let n = 0; n < 10; n++)
			known = withArrival(known, { id: 'same', at: n * HOUR, ageMs: n * HOUR - DAYS });
		expect(clockOffBy(known)).toBeUndefined();
	});
});

const DAYS = 30 * 24 * HOUR;

describe('a clock that is ahead', () => {
	test('is known when nothing is ever young', () => {
		expect(after(times(20, (n) => 10 * MINUTE + (n % 5) * SECOND))).toBe(10 * MINUTE);
		expect(after(times(19, () => 10 * MINUTE))).toBeUndefined();
	});

	test('is known although some deliveries are late besides', () => {
		expect(after(times(20, (n) => (n % 3 === 0 ? 2 * HOUR + n * MINUTE : 10 * MINUTE)))).toBe(10 * MINUTE);
	});

	test('is not once a delivery has been young', () => {
		expect(after([...times(19, () => 10 * MINUTE), 5 * SECOND])).toBe(0);
	});

	test.each([
		['what was repeated after hours of standing still', times(60, (n) => 5 * HOUR - 4 * n * MINUTE)],
		['what comes at all ages', times(60, (n) => (3 + ((n * 37) % 200)) * MINUTE)],
	])('is not read from %s', (_name, ages) => expect(after(ages)).toBeUndefined());
});

test('no clock is called further behind than it is, whatever way deliveries take', () => {
	const way = fc.oneof(fc.integer({ min: 0, max: 20 * SECOND }), fc.integer({ min: 0, max: 8 * HOUR }));
	const offset = fc.integer({ min: -2 * HOUR, max: 2 * HOUR });
	fc.assert(
		fc.property(offset, fc.array(way, { maxLength: 60 }), (off, ways) => {
			const found = after(ways.map((ms) => ms + off));
			if (found !== undefined && found < 0) expect(off).toBeLessThanOrEqual(found);
			// Late as deliveries may be, a right clock is never called behind.
			if (off >= 0) expect(found ?? 0).toBeGreaterThanOrEqual(0);
		}),
		{ numRuns: 2_000 },
	);
});
