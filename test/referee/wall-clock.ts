/** Times of day as a person reads them off a clock in a time zone; by the platform's own calendar, not by the engine's. */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
	let format = formats.get(timeZone);
	if (!format) {
		format = new Intl.DateTimeFormat('en-US', {
			timeZone,
			hourCycle: 'h23',
			weekday: 'long',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
		});
		formats.set(timeZone, format);
	}
	return format;
}

const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export interface NightRule {
	days: string[];
	from: string;
	to: string;
}

function read(timeZone: string, at: Date): Record<string, string> {
	const parts = formatFor(timeZone).formatToParts(at);
	return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** Whether the calendar there shows one of these days, each as 2026-12-25. */
export function isHoliday(holidays: readonly string[], timeZone: string, at: Date): boolean {
	if (holidays.length === 0) return false;
	const { year, month, day } = read(timeZone, at);
	return holidays.includes(`${year}-${month}-${day}`);
}

/** Whether nothing may be sent at this instant: on a listed day from `from` on, or on the day after it until `to`. */
export function isNight(rules: readonly NightRule[], timeZone: string, at: Date): boolean {
	const { hour, minute, weekday } = read(timeZone, at);
	const clock = `${hour}:${minute}`;
	const today = String(weekday).toLowerCase();
	const yesterday = WEEK[(WEEK.indexOf(today) + 6) % 7] as string;
	return rules.some(({ days, from, to }) => {
		const begins = from.padStart(5, '0');
		const ends = to.padStart(5, '0');
		if (ends > begins) return days.includes(today) && clock >= begins && clock < ends;
		return (days.includes(today) && clock >= begins) || (days.includes(yesterday) && clock < ends);
	});
}
