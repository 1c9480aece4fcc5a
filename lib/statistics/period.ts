import { DateTime, IANAZone } from 'luxon';
import { RefusedError } from '../messaging/refused-error.ts';
import type { StatisticsQuery } from './types.ts';

/** The last so many days in a time zone, today included and whole. */
export function lastDays(days: number, timeZone: string, now: Date): Pick<StatisticsQuery, 'from' | 'to'> {
	checkTimeZone(timeZone);
	const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
	return { from: today.minus({ days: days - 1 }).toJSDate(), to: today.plus({ days: 1 }).toJSDate() };
}

/** More than this is a slip of the keyboard; every day of the range is a line of the answer. */
const MOST_DAYS = 3 * 366;
const DAY_MS = 24 * 3_600_000;

/**
 * Checks what is asked of the statistics before anything is counted.
 * @throws RefusedError naming what is wrong.
 */
export function checkStatisticsQuery(query: StatisticsQuery): void {
	const { from, to, timeZone, replyHours = 72, conversionDays = 7, detectableDifference = 0.1 } = query;
	checkTimeZone(timeZone);
	if (from >= to)
		throw new RefusedError(
			`The range ends (${to.toISOString()}) before it begins (${from.toISOString()})`,
			'Give an end that is later than the beginning',
		);
	if (to.getTime() - from.getTime() > MOST_DAYS * DAY_MS)
		throw new RefusedError(
			`The range from ${from.toISOString()} to ${to.toISOString()} is longer than three years`,
			'Choose a shorter range',
		);
	checkNumber('Reply Time (Hours)', replyHours, 1, 24 * 30);
	checkNumber('Conversion Time (Days)', conversionDays, 1, 90);
	checkNumber('Detectable Difference (Percentage Points)', detectableDifference * 100, 1, 50);
}

function checkTimeZone(timeZone: string): void {
	if (IANAZone.isValidZone(timeZone)) return;
	throw new RefusedError(
		`There is no time zone "${timeZone}"`,
		'Give a name of the IANA list, e.g. America/Bogota or Europe/Madrid',
	);
}

function checkNumber(field: string, value: number, least: number, most: number): void {
	if (value >= least && value <= most) return;
	throw new RefusedError(`${field} is ${value}`, `Give a number from ${least} to ${most}`);
}
