import { DateTime } from 'luxon';

/**
 * Reads a moment as people and other programs give it: ISO 8601 (without an offset in the given time zone), a Date, or a
 * DateTime of luxon; undefined when it is none of them.
 */
export function readMoment(value: unknown, zone: string): Date | undefined {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value;
	// What `$now` gives in an expression; it comes from another copy of luxon.
	if (typeof value === 'object' && value !== null && 'toMillis' in value)
		return new Date((value as DateTime).toMillis());
	if (typeof value !== 'string') return undefined;
	// The date picker of n8n may write a space in place of the T.
	const time = DateTime.fromISO(value.trim().replace(/^(\d{4}-\d\d-\d\d) /, '$1T'), { zone });
	return time.isValid ? time.toJSDate() : undefined;
}
