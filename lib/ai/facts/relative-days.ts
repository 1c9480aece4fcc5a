import { parse as parseEnglish } from 'chrono-node/en';
import { parse as parseSpanish } from 'chrono-node/es';
import { parse as parsePortuguese } from 'chrono-node/pt';
import type { DateTime } from 'luxon';
import type { CalendarDay } from './dates.ts';
import type { ReadLanguage } from './number-words.ts';
import type { Reading } from './reading.ts';

const PARSE = { es: parseSpanish, pt: parsePortuguese, en: parseEnglish };

/** Where chrono-node 2.10.3 reads another day than the one that is meant, or none: these come before it. */
const OURS: [RegExp, (match: RegExpExecArray) => number | undefined][] = [
	// It reads tomorrow out of both.
	[/\b(?:pasado manana|depois de amanha)\b/g, () => 2],
	// Here "manana" is the morning.
	[/\b(?:en|por|de|a|esta) la manana\b|\besta manana\b/g, () => undefined],
	[/\b(?:em|daqui a|dentro de)\s(\d{1,2})\sdias\b/g, ([, days]) => Number(days)],
	[/\bhoje\b/g, () => 0],
	[/\bamanha\b/g, () => 1],
];

/** What chrono-node is asked about: a day that is counted from the day it was said. */
const COUNTED =
	/\b(?:en|dentro de|in)\s\d{1,2}\s(?:dias?|days?|semanas?|weeks?)\b|\b\d{1,2}\s(?:days?|weeks?)\sfrom\snow\b|\b(?:the )?day after tomorrow\b|\b(?:tomorrow|today|tonight|manana|hoy)\b/g;
const READ_BY_LIBRARY = 20;

/** Days that are counted from the day of the message: tomorrow, in two days, pasado mañana. */
export function takeRelativeDays(
	reading: Reading,
	language: ReadLanguage | undefined,
	said: DateTime,
): CalendarDay[] {
	const known = new Map<number, CalendarDay['days']>();
	const daysAhead = (ahead: number): CalendarDay['days'] => {
		const at = known.get(ahead) ?? [said.plus({ days: ahead })].map(({ day, month }) => ({ day, month }));
		known.set(ahead, at);
		return at;
	};
	const ours = OURS.flatMap(([pattern, days]) =>
		reading.take(pattern, (match) => {
			const ahead = days(match);
			return ahead === undefined ? [] : [{ found: reading.found(match), days: daysAhead(ahead) }];
		}),
	).flat();
	let asked = 0;
	const counted = reading.take(COUNTED, (match) => {
		if (asked++ >= READ_BY_LIBRARY) return undefined;
		const text = reading.text.slice(match.index, match.index + match[0].length);
		const reference = { instant: said.toJSDate(), timezone: said.offset };
		const day = PARSE[language ?? languageOfWords(match[0])](text, reference)[0]?.start;
		if (!day?.isCertain('day')) return undefined;
		return {
			found: reading.found(match),
			days: [{ day: day.get('day') ?? 0, month: day.get('month') ?? 0 }],
		};
	});
	return [...ours, ...counted];
}

function languageOfWords(text: string): ReadLanguage {
	return /\b(?:in|from|day|days|week|weeks|today|tonight|tomorrow)\b/.test(text) ? 'en' : 'es';
}
