import fc from 'fast-check';
import { beforeQuiet, isQuiet, quietUntil, type QuietPeriod } from '../../lib/follow-up/quiet-hours.ts';
import { isNight } from '../referee/wall-clock.ts';
import { night, ZONES } from '../referee/worlds.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Changes of the clocks that the four zones make or made; Lord Howe moves by half an hour, and Mexico stopped in 2022. */
const CHANGES: Record<string, string[]> = {
	'America/Mexico_City': ['2022-04-03T08:00Z', '2022-10-30T07:00Z', '2026-04-05T08:00Z', '2026-10-25T07:00Z'],
	'America/Santiago': ['2026-04-05T03:00Z', '2026-09-06T04:00Z'],
	'Europe/Madrid': ['2026-03-29T01:00Z', '2026-10-25T01:00Z'],
	'Australia/Lord_Howe': ['2026-04-04T15:00Z', '2026-10-03T15:30Z'],
};

/** Instants within two days of a change, often within the very hours around it. */
const around = fc
	.constantFrom(...ZONES)
	.chain((zone) =>
		fc
			.tuple(
				fc.constantFrom(...(CHANGES[zone] ?? [])),
				fc.oneof(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -2_880, max: 2_880 })),
				fc.integer({ min: 0, max: 59_999 }),
			)
			.map(([change, minutes, ms]) => ({ zone, at: new Date(Date.parse(change) + minutes * MINUTE + ms) })),
	);

const periods = fc.array(night, { minLength: 1, maxLength: 2 }) as fc.Arbitrary<QuietPeriod[]>;

test('the changes of the clocks are where this file says', () => {
	const offset = (zone: string, at: number) =>
		new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).format(new Date(at));
	for (const [zone, changes] of Object.entries(CHANGES)) {
		const real = changes.filter(
			(change) =>
				offset(zone, Date.parse(change) - 1).slice(-9) !== offset(zone, Date.parse(change)).slice(-9),
		);
		expect(real.length).toBe(2);
	}
});

test('quiet is what the clock on the wall says, also around the changes of the clocks', () => {
	fc.assert(
		fc.property(periods, around, (quiet, { zone, at }) => {
			expect(isQuiet({ quietHours: quiet, timeZone: zone }, at)).toBe(isNight(quiet, zone, at));
		}),
		{ numRuns: 10_000 },
	);
});

test('the end of the quiet hours is the first moment that is not quiet', () => {
	fc.assert(
		fc.property(periods, around, fc.double({ min: 0, max: 1, noNaN: true }), (quiet, { zone, at }, part) => {
			const end = quietUntil({ quietHours: quiet, timeZone: zone }, at);
			expect(isNight(quiet, zone, end)).toBe(false);
			if (!isNight(quiet, zone, at)) return expect(end).toEqual(at);
			expect(end.getTime()).toBeGreaterThan(at.getTime());
			expect(isNight(quiet, zone, new Date(end.getTime() - 1))).toBe(true);
			const between = new Date(at.getTime() + Math.floor(part * (end.getTime() - 1 - at.getTime())));
			expect(isNight(quiet, zone, between)).toBe(true);
		}),
		{ numRuns: 10_000 },
	);
});

test('the moment before the quiet hours is not quiet, and only quiet time lies after it', () => {
	fc.assert(
		fc.property(periods, around, fc.double({ min: 0, max: 1, noNaN: true }), (quiet, { zone, at }, part) => {
			const before = beforeQuiet({ quietHours: quiet, timeZone: zone }, at);
			expect(isNight(quiet, zone, before)).toBe(false);
			if (!isNight(quiet, zone, at)) return expect(before).toEqual(at);
			const from = before.getTime() + MINUTE;
			const between = new Date(from + Math.floor(part * (at.getTime() - from)));
			expect(isNight(quiet, zone, between)).toBe(true);
		}),
		{ numRuns: 10_000 },
	);
});

test('over midnight: from Friday 22:00 to 07:00 ends on Saturday at 07:00, and Saturday night is free', () => {
	const quiet: QuietPeriod[] = [{ days: ['friday'], from: '22:00', to: '07:00' }];
	const friday = new Date('2026-11-28T04:30:00Z'); // 23:30 in Bogota
	expect(quietUntil({ quietHours: quiet, timeZone: 'America/Bogota' }, friday)).toEqual(
		new Date('2026-11-28T12:00:00Z'),
	);
	expect(
		isQuiet({ quietHours: quiet, timeZone: 'America/Bogota' }, new Date(friday.getTime() + 24 * HOUR)),
	).toBe(false);
});

test('an unknown time zone fails instead of counting as day', () => {
	const quiet: QuietPeriod[] = [{ days: ['friday'], from: '22:00', to: '07:00' }];
	expect(() => isQuiet({ quietHours: quiet, timeZone: 'America/Macondo' }, new Date(0))).toThrow(
		'"America/Macondo" is not a known time zone',
	);
});
