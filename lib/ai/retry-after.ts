/** What is needed of the headers of an answer. */
export interface AnswerHeaders {
	get(name: string): string | null;
}

/**
 * How long a server asks to be left alone, in ms: `retry-after-ms`, or Retry-After in seconds or as a date, which is counted
 * from the server's own clock in `date`. Undefined when it asks for nothing that can be understood, or for a time that is over.
 */
export function retryAfterMsOf(headers: AnswerHeaders | undefined): number | undefined {
	const given = [
		numberIn(headers?.get('retry-after-ms')),
		secondsOrDate(headers?.get('retry-after'), headers?.get('date')),
	];
	return given.find((ms) => ms !== undefined && ms >= 0);
}

function secondsOrDate(
	value: string | null | undefined,
	date: string | null | undefined,
): number | undefined {
	const seconds = numberIn(value);
	if (seconds !== undefined) return seconds * 1000;
	const ms = Date.parse(value ?? '') - Date.parse(date ?? '');
	return Number.isNaN(ms) ? undefined : ms;
}

function numberIn(value: string | null | undefined): number | undefined {
	return /^\s*\d+(?:\.\d+)?\s*$/.test(value ?? '') ? Number(value) : undefined;
}
