import { DateTime } from 'luxon';

/**
 * Databases do not know the time zones of the world alike, so they count by quarters of an hour, from which days and hours
 * of any time zone can be put together: every zone is a whole number of quarters away from UTC.
 */
export const SLOT_MS = 15 * 60_000;

/** The day and the hour of a slot in a time zone. */
export function slotReader(timeZone: string): (slot: number) => { day: string; hour: number } {
	const known = new Map<number, { day: string; hour: number }>();
	return (slot) => {
		const before = known.get(slot);
		if (before) return before;
		const at = DateTime.fromMillis(slot * SLOT_MS, { zone: timeZone });
		const read = { day: at.toFormat('yyyy-MM-dd'), hour: at.hour };
		known.set(slot, read);
		return read;
	};
}

/** Every day that a range touches, in a time zone. */
export function daysOf(from: Date, to: Date, timeZone: string): string[] {
	const days: string[] = [];
	let day = DateTime.fromJSDate(from, { zone: timeZone }).startOf('day');
	while (day.toMillis() < to.getTime()) {
		days.push(day.toFormat('yyyy-MM-dd'));
		day = day.plus({ days: 1 });
	}
	return days;
}
