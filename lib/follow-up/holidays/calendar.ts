import { CORRECTIONS } from './corrections.ts';
import { Holidays } from './date-holidays.ts';

const DAY_MS = 24 * 3_600_000;

/** By place and year; there are few of both, and working them out takes milliseconds. */
const known = new Map<string, ReadonlySet<number>>();

/**
 * Whether a day is a public holiday in a country or region.
 * @param place as `placeSchema` gives it; empty for none.
 * @param day by the calendar there, in days since 1970-01-01.
 */
export function isPublicHoliday(place: string, day: number): boolean {
	if (place === '') return false;
	const year = new Date(day * DAY_MS).getUTCFullYear();
	const key = `${place} ${year}`;
	let days = known.get(key);
	if (!days) known.set(key, (days = holidaysOf(place, year)));
	return days.has(day);
}

function holidaysOf(place: string, year: number): ReadonlySet<number> {
	const [country = '', state = '', region = ''] = place.split('-');
	const calendar = new Holidays(country, state, region, { types: ['public'] });
	const { never, also } = CORRECTIONS[country] ?? {};
	if (never !== undefined) calendar.unsetRule(never);
	if (also !== undefined) calendar.setHoliday(also, { name: also, type: 'public' });
	// Some begin in the year before and last into this one.
	return new Set([year - 1, year].flatMap((one) => calendar.getHolidays(one)).flatMap(daysOf));
}

/** Some last several days. Their dates are those of the place, so no clock is asked. */
function daysOf({ date, start, end }: { date: string; start: Date; end: Date }): number[] {
	const first = Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS);
	const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
	return Array.from({ length }, (_, place) => first + place);
}
