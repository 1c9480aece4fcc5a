import { DateTime } from 'luxon';

/** Every time zone of today is a whole number of quarters of an hour away from UTC: one look into it serves all of a quarter. */
const QUARTER_MS = 15 * 60_000;

export interface DayAndHour {
	/** yyyy-mm-dd */
	day: string;
	/** 0 to 23. */
	hour: number;
}

/** The day and the hour of moments in a time zone. */
export function calendarOf(timeZone: string): (ms: number) => DayAndHour {
	const known = new Map<number, DayAndHour>();
	return (ms) => {
		const quarter = Math.floor(ms / QUARTER_MS);
		const before = known.get(quarter);
		if (before) return before;
		const at = DateTime.fromMillis(quarter * QUARTER_MS, { zone: timeZone });
		const read = { day: dayOf(at), hour: at.hour };
		known.set(quarter, read);
		return read;
	};
}

/** Every day that a range touches, in a time zone. */
export function daysOf(from: Date, to: Date, timeZone: string): string[] {
	const days: string[] = [];
	let day = DateTime.fromJSDate(from, { zone: timeZone }).startOf('day');
	while (day.toMillis() < to.getTime()) {
		days.push(dayOf(day));
		day = day.plus({ days: 1 });
	}
	return days;
}

/** Of a valid time there is always one; several times faster than toFormat, which matters for thousands. */
function dayOf(at: DateTime): string {
	return at.toISODate() ?? '';
}
