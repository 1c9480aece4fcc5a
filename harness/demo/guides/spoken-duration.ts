import type { Language } from '../options.ts';

const UNITS = [
	{ unit: 'day', seconds: 86_400 },
	{ unit: 'hour', seconds: 3_600 },
	{ unit: 'minute', seconds: 60 },
	{ unit: 'second', seconds: 1 },
] as const;

/** A length of time as a person says it, in the largest unit that leaves no more than one decimal: "4 hours". */
export function spokenDuration(seconds: number, lang: Language): string {
	const fitting = UNITS.find((one) => seconds >= one.seconds) ?? UNITS[3];
	// 36 hours are said as such, not as 1.5 days.
	const { unit, seconds: size } =
		fitting.unit === 'day' && seconds % fitting.seconds !== 0 ? UNITS[1] : fitting;
	const count = Math.max(Math.round((seconds / size) * 10) / 10, 1);
	return count.toLocaleString(lang, { style: 'unit', unit, unitDisplay: 'long' });
}
