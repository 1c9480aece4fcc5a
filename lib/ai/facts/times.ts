import type { Reading } from './reading.ts';

export interface ClockTime {
	found: string;
	/** Minutes after midnight; two of them where morning or evening is not told. */
	minutes: number[];
}

const HOUR = String.raw`(?:[01]?\d|2[0-4])(?!\d)`;
const MINUTE = String.raw`([0-5]\d)(?!\d)`;
const AM_PM = String.raw`(?:\s?([ap])\.?\s?m\b\.?)`;
const PART = String.raw`(?:\s(?:de la|del|da|do|in the|at|de|por la)\s?(manana|manha|tarde|noche|noite|madrugada|morning|afternoon|evening|night)\b)`;
const UNIT = String.raw`(?:\s?(?:h|hs|hrs?|horas?|hours?|o.?clock|en punto|em ponto)\b)`;
const HALF = String.raw`(?:\s(?:y|e)\s(media|meia|cuarto|quarto|[0-5]?\d)\b)`;
const AFTER = String.raw`${UNIT}?(?:${AM_PM}|${PART})?`;

/** What stands before an hour and nothing else. */
const STRONG = String.raw`(?:a las?|para las?|hasta las?|desde las?|sobre las|tipo|entre las?|las?(?=\s\d)|à?s(?=\s\d)(?<=às)|à(?=\s\d)|ate (?:às|as)|das|pelas|at|until|till|around|ate)`;
/** What may stand before an hour, and before a count as well. */
const WEAK = String.raw`(?:de|a|desde|hasta|entre|y|e|o|ou|from|to|between|and|by|after|before|or|as|-|–)`;
/** Behind a number, these words count something. */
const COUNTED = String.raw`(?!\s?(?:%|[$€£#]|[\d/:]|,\d|\.\d))(?!\s(?!(?:h|hs|hrs|horas|hours|am|pm|a|de la|da|y|e|o|ou|or|and|to|en|em|in|on|para|pra|for|que|como|hoy|hoje|today|tomorrow|manana|amanha|si|se|if|slot|works?|is|esta|fica|serve|pode|te|le|lo|como|dijiste|lesson|class|appointment|del?|do|lunes|martes|miercoles|jueves|viernes|sabado|domingo|segunda|terca|quarta|quinta|sexta|monday|tuesday|wednesday|thursday|friday|saturday|sunday|still|today|good|ok|mismo|entonces|we|you|will|would|can)\b)\p{L})`;
const THINGS = String.raw`(?!\s(?:d[ii]as?|days?|semanas?|weeks?|mes(?:es)?|months?|personas?|people|pessoas?|guests?|opcion(?:es)?|opcoes|options?|clases?|aulas?|classes|cuotas?|veces|vezes|minutos?|minutes?|horas?|hours?|anos?|years?|mill|[a-z]+ (?:street|lane|road|avenue))\b)`;

const NAMED =
	/\b(?:(?:al? |ao )?(medio ?dia|meio[- ]?dia|noon|midday)(?: e meia)?|(medianoche|media noche|meia[- ]?noite|midnight))\b/gu;
const CLOCK = new RegExp(
	String.raw`(?<![\d.,:/])(${HOUR.replace('(?!\\d)', '')})\s?[:h]\s?${MINUTE}${AFTER}`,
	'gu',
);
const WITH_HALF = new RegExp(String.raw`(?<![\d.,:/])(${HOUR})(?:[.]${MINUTE})?${AM_PM}`, 'gu');
/** "Ten to five" is an hour where one is told; "open 10 to 5" are two. */
const MINUTES_TO = String.raw`(?<=\b(?:at|around|about|till|until|by|is|before|after)\s)(?:5|10|20|25) to`;
const PAST = new RegExp(
	String.raw`\b(half past|half|quarter past|a quarter past|quarter to|a quarter to|cuarto para las?|quinze para as|\d{1,2} past|${MINUTES_TO})\s(${HOUR})${AFTER}${THINGS}`,
	'gu',
);
const AFTER_STRONG = new RegExp(
	String.raw`(?<!\p{L})${STRONG}\s(${HOUR})(?:\.${MINUTE}|\s([0-5][05])\b|${HALF}|\s(menos cuarto))?${AFTER}${THINGS}(?!\s?[%:\d])`,
	'gu',
);
const RANGE = new RegExp(
	String.raw`(?<![\d.,:/\p{L}])(${HOUR})\s?(?:-|–|a|as|às|to|and|y|e)\s?(?:las?\s|as\s)?(${HOUR})(?:${UNIT}|${AM_PM})`,
	'gu',
);
/** "9 to 5:30": the minutes behind tell that the number in front is an hour too. */
const RANGE_TO_MINUTES = new RegExp(
	String.raw`(?<![\d.,:/\p{L}])(${HOUR})\s?(?:-|–|to|till|until|and|a|y|e)\s?(${HOUR})[:.]${MINUTE}${AFTER}`,
	'gu',
);
const WITH_UNIT = new RegExp(
	String.raw`(?<![\d.,:/\p{L}])(?<!\b(?:en|em|in|cada|por|durante|de|mas|mais|hace|ha|within|every|over)\s)(${HOUR})\s?(?:h|hs|hrs|o.?clock)\b(?:${AM_PM}|${PART})?|(?<![\d.,:/\p{L}])(${HOUR})${PART}`,
	'gu',
);
const AFTER_WEAK = new RegExp(String.raw`(?<!\p{L})${WEAK}\s?(${HOUR})${HALF}?${COUNTED}`, 'gu');
/** "Open 10 to 6", with nothing in front that would tell that it is hours. */
const WEAK_RANGE = new RegExp(
	String.raw`(?<![\d.,:/$€£\p{L}])(${HOUR})\s?(?:-|–|to|till|until|a|às|as|ate|hasta)\s?(${HOUR})${COUNTED}`,
	'gu',
);

/**
 * Times of day. Nobody's library reads them well (chrono-node 2.10.3 finds 8 of 19, and "a las 4 de la tarde" as 04:00), so
 * this is ours. What only may be one ("from 9 to 5", "o a las 4, o 5") is read where it was said, to be compared with;
 * `isLenient` tells.
 */
export function takeTimes(reading: Reading, isLenient: boolean): ClockTime[] {
	const at = (
		match: RegExpExecArray,
		hour = '',
		minute = '',
		half = '',
		part = '',
	): ClockTime | undefined => {
		const value = Number(hour);
		return value > 24
			? undefined
			: { found: reading.found(match), minutes: minutesOf(value, Number(minute || 0), half, part) };
	};
	const named = reading.take(NAMED, (match) => ({
		found: reading.found(match),
		minutes: [
			match[1] === undefined ? 0 : match[0].endsWith('meia') && !match[0].startsWith('meia') ? 750 : 720,
		],
	}));
	const past = reading.take(PAST, (match) => {
		const [, word = '', hour, half, part] = match;
		const shift = /half/.test(word)
			? 30
			: /quarter|cuarto|quinze/.test(word)
				? 15
				: Number(/\d+/.exec(word)?.[0]);
		const isBefore = /to$|para/.test(word);
		const read = at(match, hour, '', half, part);
		return (
			read && {
				...read,
				minutes: read.minutes.map((one) => (one + (isBefore ? 1440 - shift : shift)) % 1440),
			}
		);
	});
	const toMinutes = reading.take(RANGE_TO_MINUTES, (match) => {
		const [first, second] = [at(match, match[1]), at(match, match[2], match[3], match[4], match[5])];
		return first && second && [first, second];
	});
	const clock = reading.take(CLOCK, (match) => at(match, match[1], match[2], match[3], match[4]));
	const range = reading.take(RANGE, (match) => {
		const [first, second] = [at(match, match[1]), at(match, match[2], '', match[3])];
		// "7 a 22 hs" counts to 24: it begins in the morning.
		if (first && Number(match[2]) > 12) first.minutes.length = 1;
		return first && second && [first, second];
	});
	const half = reading.take(WITH_HALF, (match) => at(match, match[1], match[2], match[3]));
	const strong = reading.take(AFTER_STRONG, (match) => {
		const [, hour, dotted, spoken, added = '', less, ap, part] = match;
		const extra = /media|meia/.test(added) ? '30' : /cuarto|quarto/.test(added) ? '15' : added;
		const read = at(match, hour, dotted ?? spoken ?? extra, ap, part);
		return read && less ? { ...read, minutes: read.minutes.map((one) => (one + 1440 - 15) % 1440) } : read;
	});
	const unit = reading.take(WITH_UNIT, (match) =>
		at(match, match[1] ?? match[4], '', match[2], match[3] ?? match[5]),
	);
	const weakRange = isLenient
		? reading.take(WEAK_RANGE, (match) => {
				const [first, second] = [at(match, match[1]), at(match, match[2])];
				return first && second && [first, second];
			})
		: [];
	const weak = isLenient ? reading.take(AFTER_WEAK, (match) => at(match, match[1])) : [];
	return [
		...named,
		...past,
		...toMinutes.flat(),
		...clock,
		...range.flat(),
		...half,
		...strong,
		...unit,
		...weakRange.flat(),
		...weak,
	];
}

/** The minutes after midnight that may be meant. */
function minutesOf(hour: number, minute: number, half: string, part: string): number[] {
	const at = (hours: number) => (hours % 24) * 60 + minute;
	if (hour === 0 || hour > 12) return [at(hour)];
	const isEvening = half === 'p' || /tarde|afternoon|evening/.test(part);
	const isMorning = half === 'a' || /manana|manha|morning|madrugada/.test(part);
	if (isEvening) return [at(hour === 12 ? 12 : hour + 12)];
	if (isMorning) return [at(hour === 12 ? 0 : hour)];
	if (/noche|noite|night/.test(part) && hour >= 6) return [at(hour + 12)];
	return [at(hour), at(hour + 12)];
}

/** Whether two times may be the same. */
export function isSameTime(one: ClockTime, other: ClockTime): boolean {
	return one.minutes.some((minute) => other.minutes.includes(minute));
}
