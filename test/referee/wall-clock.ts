/** Times of day as a person reads them off a clock in a time zone; by the platform's own calendar, not by the engine's. */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
	let format = formats.get(timeZone);
	if (!format) {
		format = new Intl.DateTimeFormat('en-US', {
			timeZone,
			hourCycle: 'h23',
			weekday: 'long',
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

/** Whether nothing may be sent at this instant: on a listed day from `from` on, or on the day after it until `to`. */
export function isNight(rules: readonly NightRule[], timeZone: string, at: Date): boolean {
	const read: Record<string, string> = {};
	for (const { type, value } of formatFor(timeZone).formatToParts(at)) read[type] = value;
	const clock = `${read.hour}:${read.minute}`;
	const today = String(read.weekday).toLowerCase();
	const yesterday = WEEK[(WEEK.indexOf(today) + 6) % 7] as string;
	return rules.some(({ days, from, to }) => {
		const begins = from.padStart(5, '0');
		const ends = to.padStart(5, '0');
		if (ends > begins) return days.includes(today) && clock >= begins && clock < ends;
		return (days.includes(today) && clock >= begins) || (days.includes(yesterday) && clock < ends);
	});
}
