import type { DateTime } from 'luxon';
import { MONTH, monthNumber } from './months.ts';
import type { Reading } from './reading.ts';

export interface CalendarDay {
	found: string;
	/** What may be meant: 4/12 is two days. Without a month, the day of any. */
	days: { day: number; month?: number }[];
}

const D = String.raw`(3[01]|[12]\d|0?[1-9])`;
const NUMERIC =
	/(?<![\d./-])(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})([/.-])(\d{1,2})([/.-])(\d{4}|\d{2})|(3[01]|[12]\d|0?[1-9])\/(3[01]|[12]\d|0?[1-9]))(?![\d/]|[.,-]\d)(?!\s(?:de|of)\s)/gu;
const LIST = new RegExp(
	String.raw`(?<![\d.,:/])${D}\s?(?:y|e|and|a|al|to|o|ou|or|-|–|,)\s?(?:el\s|o\s|the\s|dia\s)?${D}\s(?:de\s|of\s)?(${MONTH})(?!\p{L})`,
	'gu',
);
const DAY_MONTH = new RegExp(
	String.raw`(?<![\d.,:/])${D}(?:st|nd|rd|th|o|ro|°)?\s(?:de\s|of\s)?(${MONTH})(?!\p{L})|\b(?:primer[oa]?|primeiro|first)\s(?:de\s|of\s)?(${MONTH})(?!\p{L})`,
	'gu',
);
const MONTH_DAY = new RegExp(
	String.raw`(?<!\p{L})(${MONTH})\.?\s${D}(?:st|nd|rd|th)?(?![\d:/h%]|[.,]\d)`,
	'gu',
);
const DAY_ONLY = new RegExp(
	String.raw`\b(?:dia|day|the)\s${D}(?:st|nd|rd|th)?(?!\d|[:/.,]\d|\s(?:de|days?|dias))`,
	'gu',
);
const ORDINAL = new RegExp(String.raw`\bthe\s${D}(?:st|nd|rd|th)\b`, 'gu');
/** Spanish and Portuguese abbreviations of months stand behind the day: "Mar 3 opciones" is a sea, a Tuesday or a name. */
const SHORT_FIRST = /^(?:mar|set|sep|out|ago)$/;

/** Dates in figures. They come before times and phone numbers, which are made of figures too. */
export function takeNumericDates(reading: Reading): CalendarDay[] {
	return reading.take(NUMERIC, (match) => {
		const [whole, , isoMonth, isoDay, first, sign, second, otherSign, , a, b] = match;
		if (whole === '24/7' || sign !== otherSign) return undefined;
		const [one, other] = [Number(isoDay ?? first ?? a), Number(isoMonth ?? second ?? b)];
		const all = isoDay
			? [{ day: one, month: other }]
			: [
					{ day: one, month: other },
					{ day: other, month: one },
				];
		const days = all.filter(({ day, month }) => day >= 1 && day <= 31 && month >= 1 && month <= 12);
		return days.length > 0 ? { found: reading.found(match), days } : undefined;
	});
}

/** Dates by the names of their months, and days of a month: "el día 5", "the 4th". */
export function takeNamedDates(reading: Reading): CalendarDay[] {
	const date = (match: RegExpExecArray, days: [day: string | undefined, month: string | undefined][]) => ({
		found: reading.found(match),
		days: days.map(([day, month]) => ({ day: Number(day), month: month ? monthNumber(month) : undefined })),
	});
	return [
		...reading
			.take(LIST, (match) => [date(match, [[match[1], match[3]]]), date(match, [[match[2], match[3]]])])
			.flat(),
		...reading.take(DAY_MONTH, (match) => date(match, [[match[1] ?? '1', match[2] ?? match[3]]])),
		...reading.take(MONTH_DAY, (match) =>
			SHORT_FIRST.test(match[1] ?? '') ? undefined : date(match, [[match[2], match[1]]]),
		),
		...reading.take(DAY_ONLY, (match) =>
			match[0].startsWith('the') ? undefined : date(match, [[match[1], undefined]]),
		),
		...reading.take(ORDINAL, (match) => date(match, [[match[1], undefined]])),
	];
}

/** Whether a date may be the one on this day. */
export function isOn({ days }: CalendarDay, at: DateTime): boolean {
	return days.some(({ day, month }) => day === at.day && (month === undefined || month === at.month));
}

/** A date that was named is of last week, of this one or of one of the next. */
const [DAYS_BACK, DAYS_AHEAD] = [7, 60];

/** The weekdays on which dates fall, Monday as 1. */
export function weekdaysOf(dates: readonly CalendarDay[], now: DateTime): Set<number> {
	const named = new Set(
		dates.flatMap(({ days }) => days.flatMap(({ day, month }) => (month ? [`${day}/${month}`] : []))),
	);
	if (named.size === 0) return new Set();
	const near = Array.from({ length: DAYS_BACK + DAYS_AHEAD }, (_, ahead) =>
		now.plus({ days: ahead - DAYS_BACK }),
	);
	return new Set(near.filter(({ day, month }) => named.has(`${day}/${month}`)).map(({ weekday }) => weekday));
}

/** Whether two dates may be the same. */
export function isSameDay(one: CalendarDay, other: CalendarDay): boolean {
	return one.days.some(({ day, month }) =>
		other.days.some((its) => its.day === day && (!month || !its.month || its.month === month)),
	);
}
