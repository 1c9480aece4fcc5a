import { IANAZone } from 'luxon';
import * as z from 'zod4';
import { listOf } from './fields.ts';
import { isPublicHoliday } from './holidays/calendar.ts';

export const WEEKDAYS = [
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
	'sunday',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * MINUTE_MS;
const WEEK_MINUTES = 7 * DAY_MINUTES;
/** An exact end is found in a few steps; more than this means a loop that would never end. */
const MAX_STEPS = 200;

const timeOfDay = z
	.string('must be a time of day such as 21:30')
	.trim()
	.regex(/^(([01]?\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time of day from 00:00 to 24:00, such as 21:30');

const quietPeriod = z
	.strictObject(
		{
			days: z
				.array(
					z.enum(WEEKDAYS, `must be some of ${WEEKDAYS.join(', ')}`),
					`must be a list with some of ${WEEKDAYS.join(', ')}`,
				)
				.min(1, 'is empty: choose at least one day')
				.default([...WEEKDAYS]),
			from: timeOfDay,
			to: timeOfDay,
		},
		'must be an object with days, from and to',
	)
	.refine(({ from, to }) => minutesOf(from) !== minutesOf(to), {
		path: ['to'],
		message: 'is the same as From; write 00:00 to 24:00 for a whole day',
	});

/** Times of day at which nothing is sent, as the node (`{values: […]}`) or JSON (a list) gives them. */
export const quietHoursSchema = listOf(quietPeriod, 'must be a list of periods, each with days, from and to')
	.refine((periods) => !coversTheWeek(periods), 'covers the whole week; leave at least one minute to send in')
	.default([]);

/**
 * A period in which nothing is sent, by the clock on the wall. It begins on each of `days`; when `to` is not later than
 * `from` it lasts over midnight.
 */
export type QuietPeriod = z.output<typeof quietPeriod>;

/** When nothing is sent, as it stands in the settings of a chatbot. */
export interface QuietTimes {
	quietHours: readonly QuietPeriod[];
	/** Public holidays of this country or region are quiet all day; left out or empty: none. */
	publicHolidays?: string;
	/** By whose clock. */
	timeZone: string;
}

/** Tells whether an instant lies in quiet hours or on a holiday. */
export function isQuiet(times: QuietTimes, at: Date): boolean {
	return quietAt(times, zoneOf(times.timeZone), at.getTime()) !== undefined;
}

/** The first instant from `at` on that is not quiet; `at` itself if it is not. */
export function quietUntil(times: QuietTimes, at: Date): Date {
	const zone = zoneOf(times.timeZone);
	let instant = at.getTime();
	for (let step = 0; step < MAX_STEPS; step++) {
		const quiet = quietAt(times, zone, instant);
		if (!quiet) return new Date(instant);
		instant = forward(zone, instant, quiet);
	}
	throw new Error('The quiet hours have no end; leave at least one minute of the week to send in');
}

/** The last whole minute before the quiet hours that `at` lies in; `at` itself if it is not quiet. */
export function beforeQuiet(times: QuietTimes, at: Date): Date {
	const zone = zoneOf(times.timeZone);
	let instant = at.getTime();
	for (let step = 0; step < MAX_STEPS; step++) {
		const quiet = quietAt(times, zone, instant);
		if (!quiet) return new Date(instant);
		instant = backward(zone, instant, quiet) - MINUTE_MS;
	}
	throw new Error('The quiet hours have no beginning; leave at least one minute of the week to send in');
}

interface Quiet {
	/** How far the ends of the period are on the wall clock. */
	leftMs: number;
	pastMs: number;
	/** Of the zone at that instant, in minutes. */
	offset: number;
}

/** Whether one of the days from `from` to `to` is a public holiday. */
export function holidayBetween({ publicHolidays = '', timeZone }: QuietTimes, from: Date, to: Date): boolean {
	if (publicHolidays === '') return false;
	const zone = zoneOf(timeZone);
	const last = dayOf(zone, to.getTime());
	for (let day = dayOf(zone, from.getTime()); day <= last; day++)
		if (isPublicHoliday(publicHolidays, day)) return true;
	return false;
}

/** By the calendar of the zone, in days since 1970-01-01. */
function dayOf(zone: IANAZone, instant: number): number {
	return Math.floor((instant + zone.offset(instant) * MINUTE_MS) / DAY_MS);
}

/** Which period is on. */
function quietAt(
	{ quietHours, publicHolidays = '' }: QuietTimes,
	zone: IANAZone,
	instant: number,
): Quiet | undefined {
	const offset = zone.offset(instant);
	const local = instant + offset * MINUTE_MS;
	const day = Math.floor(local / DAY_MS);
	if (isPublicHoliday(publicHolidays, day))
		return { leftMs: (day + 1) * DAY_MS - local, pastMs: local - day * DAY_MS, offset };
	for (const period of quietHours) {
		for (const begun of [day, day - 1]) {
			// 1970-01-01 was a Thursday.
			const weekday = WEEKDAYS[(((begun + 3) % 7) + 7) % 7] as Weekday;
			if (!period.days.includes(weekday)) continue;
			const start = begun * DAY_MS + minutesOf(period.from) * MINUTE_MS;
			const end = begun * DAY_MS + lastMinute(period) * MINUTE_MS;
			if (local >= start && local < end) return { leftMs: end - local, pastMs: local - start, offset };
		}
	}
	return undefined;
}

/**
 * Goes on by a stretch of wall-clock time, but never across a change of the clocks: there the wall clock jumps, and what
 * holds on the other side has to be looked at anew.
 */
function forward(zone: IANAZone, from: number, { leftMs, offset }: Quiet): number {
	const to = from + leftMs;
	return zone.offset(to) === offset ? to : firstAfterChange(zone, from, to);
}

function backward(zone: IANAZone, from: number, { pastMs, offset }: Quiet): number {
	const to = from - pastMs;
	return zone.offset(to) === offset ? to : firstAfterChange(zone, to, from);
}

function firstAfterChange(zone: IANAZone, before: number, after: number): number {
	let low = before;
	let high = after;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (zone.offset(middle) === zone.offset(before)) low = middle;
		else high = middle;
	}
	return high;
}

/** Fails closed: with an unknown time zone nobody knows whether it is night (bug seen in the wild: it counted as day). */
function zoneOf(timeZone: string): IANAZone {
	const zone = IANAZone.create(timeZone);
	if (!zone.isValid)
		throw new Error(`"${timeZone}" is not a known time zone; use a name such as America/Bogota`);
	return zone;
}

function minutesOf(time: string): number {
	const [hours, minutes] = time.split(':').map(Number);
	return (hours ?? 0) * 60 + (minutes ?? 0);
}

function lastMinute({ from, to }: Pick<QuietPeriod, 'from' | 'to'>): number {
	return minutesOf(to) > minutesOf(from) ? minutesOf(to) : minutesOf(to) + DAY_MINUTES;
}

function coversTheWeek(periods: readonly QuietPeriod[]): boolean {
	const quiet = new Uint8Array(WEEK_MINUTES);
	for (const period of periods) {
		// Equal times are a mistake of their own, told elsewhere.
		if (period.from === period.to) continue;
		const [from, to] = [minutesOf(period.from), lastMinute(period)];
		for (const day of period.days) {
			const start = WEEKDAYS.indexOf(day) * DAY_MINUTES;
			for (let minute = from; minute < to; minute++) quiet[(start + minute) % WEEK_MINUTES] = 1;
		}
	}
	return !quiet.includes(0);
}
