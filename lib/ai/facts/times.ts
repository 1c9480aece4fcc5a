const HOUR = String.raw`(?:[01]?\d|2[0-3])`;
const HALF = String.raw`([ap])\.?\s?m\b\.?`;
const CLOCK = new RegExp(
	String.raw`\b(${HOUR})\s?[:h]\s?([0-5]\d)(?:\s?${HALF})?|\b(${HOUR})\s?${HALF}|\b(?:a\s+las?|las|às|as|at|para\s+las)\s+(${HOUR})\b(?!\s?[:h.]\s?\d)`,
	'giu',
);

export interface ClockTime {
	found: string;
	hour: number;
	minute: number;
}

/** Times of day in a text: 14:30, 2 pm, a las 10. */
export function clockTimesIn(text: string): ClockTime[] {
	return [...text.normalize('NFKC').matchAll(CLOCK)].map((match) => {
		const [found, hour, minute, half, hourOnly, otherHalf, plainHour] = match;
		const isAfternoon = (half ?? otherHalf)?.toLowerCase() === 'p';
		const value = Number(hour ?? hourOnly ?? plainHour) % 24;
		return { found, hour: isAfternoon && value < 12 ? value + 12 : value, minute: Number(minute ?? 0) };
	});
}

const MONTHS = [
	'ene(?:ro)?|jan(?:uary|eiro)?',
	'feb(?:rero|ruary)?|fev(?:ereiro)?',
	'mar(?:zo|ch|ço)?',
	'abr(?:il)?|apr(?:il)?',
	'mayo|may|maio|mai',
	'jun(?:io|e|ho)?',
	'jul(?:io|y|ho)?',
	'ago(?:sto)?|aug(?:ust)?',
	'sep(?:tiembre|tember|t)?|set(?:embro)?',
	'oct(?:ubre|ober)?|out(?:ubro)?',
	'nov(?:iembre|ember|embro)?',
	'dic(?:iembre)?|dec(?:ember)?|dez(?:embro)?',
];
const MONTH = `(${MONTHS.join('|')})`;
const DAY = String.raw`(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|º|°)?`;
const DAY_THEN_MONTH = new RegExp(String.raw`\b${DAY}\s+(?:(?:de|of)\s+)?${MONTH}\b`, 'giu');
const MONTH_THEN_DAY = new RegExp(String.raw`\b${MONTH}\.?\s+${DAY}\b(?![:h]\d)`, 'giu');
const ISO = /\b\d{4}-(\d{1,2})-(\d{1,2})\b/gu;
const SLASHED = /\b(3[01]|[12]\d|0?[1-9])[/](1[0-2]|0?[1-9])(?:[/]\d{2,4})?\b/gu;

export interface CalendarDay {
	found: string;
	day: number;
	month: number;
}

/** Dates in a text: 23 de noviembre, Nov 23, 23/11, 2026-11-23. */
export function datesIn(text: string): CalendarDay[] {
	const plain = text.normalize('NFKC');
	const all = (pattern: RegExp, read: (match: RegExpExecArray) => [day: string, month: number]) =>
		[...plain.matchAll(pattern)].map((match) => {
			const [day, month] = read(match);
			return { found: match[0], day: Number(day), month };
		});
	return [
		...all(DAY_THEN_MONTH, ([, day, month]) => [day ?? '', monthNumber(month)]),
		...all(MONTH_THEN_DAY, ([, month, day]) => [day ?? '', monthNumber(month)]),
		...all(ISO, ([, month, day]) => [day ?? '', Number(month)]),
		...all(SLASHED, ([, day, month]) => [day ?? '', Number(month)]),
	];
}

function monthNumber(name = ''): number {
	return MONTHS.findIndex((names) => new RegExp(`^(?:${names})$`, 'iu').test(name)) + 1;
}

/** Monday first, as 1. */
const WEEKDAYS = [
	'lunes|monday|segunda[- ]feira',
	'martes|tuesday|ter[çc]a[- ]feira',
	'mi[ée]rcoles|wednesday|quarta[- ]feira',
	'jueves|thursday|quinta[- ]feira',
	'viernes|friday|sexta[- ]feira',
	's[áa]bado|saturday',
	'domingo|sunday',
].map((names) => new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, 'iu'));

/** Weekdays named in a text. */
export function weekdaysIn(text: string): { day: number; found: string }[] {
	return WEEKDAYS.flatMap((names, index) => {
		const found = names.exec(text)?.[0];
		return found ? [{ day: index + 1, found }] : [];
	});
}
