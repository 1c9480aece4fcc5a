import type { ReadLanguage } from './number-words.ts';
import type { Reading } from './reading.ts';

export interface Weekday {
	found: string;
	/** Monday is 1. */
	day: number;
}

const FULL = [
	'lunes|mondays?|segundas?[- ]feiras?',
	'martes|tuesdays?|tercas?[- ]feiras?',
	'miercoles|wednesdays?|quartas?[- ]feiras?',
	'jueves|thursdays?|quintas?[- ]feiras?',
	'viernes|fridays?|sextas?[- ]feiras?',
	'sabados?|saturdays?',
	'domingos?|sundays?',
];
/** Portuguese weekdays without "feira": ordinals too, so what may follow a day must follow. */
const ORDINALS = ['segundas?', 'tercas?', 'quartas?', 'quintas?', 'sextas?'];
const SHORT: Record<ReadLanguage, string[]> = {
	es: ['lun', 'mar', 'mie', 'jue', 'vie', 'sab', 'dom'],
	pt: ['seg', 'ter', 'qua', 'qui', 'sex', 'sab', 'dom'],
	en: ['mon', 'tues?', 'wed', 'thu(?:rs?)?', 'fri', 'sat', 'sun'],
};
const NOT_ORDINAL = String.raw`(?!\s(?:op[cç]\p{L}+|vez(?:es)?|parcela|via|parte|mensalidade|etapa|unidade|aula|sessao|fase|edicao|compra|turma|chance|oportunidade|avaliacao|pessoa|semana|consulta|loja|mao)\b)(?<!\b(?:primeira e|primeira ou|uma)\s\p{L}{5,8})`;
/** An abbreviation is one only beside a number, a full stop or another day. */
const BESIDE_SHORT = String.raw`(?=\.?\s?(?:\d|a las|às|at\b|de la|y\b|e\b|and\b|or\b|o\b|ou\b)|\.\s)`;

const daysOf = (list: readonly string[], before: string, after: string): RegExp =>
	new RegExp(
		String.raw`(?<!\p{L})${before}(?:${list.map((names) => `(${names})`).join('|')})${after}(?![\p{L}-])`,
		'gu',
	);

const NAMES = daysOf(FULL, '(?<!santo )', '');
const PORTUGUESE = daysOf(ORDINALS, '', NOT_ORDINAL);
const SHORTENED = Object.fromEntries(
	Object.entries(SHORT).map(([language, list]) => [language, daysOf(list, '', BESIDE_SHORT)]),
) as Record<ReadLanguage, RegExp>;

/** From … to: all days between are meant too. */
const BETWEEN = /^\s?(?:a|al|to|till|until|through|-|–|ate|à|à)\s?(?:el\s|o\s|a\s)?$/;
const GROUPS: [RegExp, number[]][] = [
	[/\b(?:weekdays|dias de semana|dias habiles|dias laborables|dias uteis|entre semana)\b/g, [1, 2, 3, 4, 5]],
	[/\b(?:weekends?|fin(?:es)? de semana|finde|fim de semana|fins de semana)\b/g, [6, 7]],
	[/\b(?:every day|todos los dias|todos os dias|seven days|7 dias|7 days)\b/g, [1, 2, 3, 4, 5, 6, 7]],
];

/** Weekdays by their names. `isLenient` reads groups of days and what stands between two as well. */
export function takeWeekdays(
	reading: Reading,
	language: ReadLanguage | undefined,
	isLenient: boolean,
): Weekday[] {
	const found: (Weekday & { at: number; end: number })[] = [];
	const before = reading.plain;
	const patterns = [
		...[NAMES, ...(language === 'pt' ? [PORTUGUESE] : [])],
		...(language ? [SHORTENED[language]] : []),
	];
	for (const pattern of patterns) {
		reading.take(pattern, (match) => {
			const day = match.slice(1).findIndex((group) => group !== undefined) + 1;
			const end = match.index + match[0].length;
			found.push({ found: reading.found(match), day, at: match.index, end });
			return day;
		});
	}
	if (!isLenient) return found;
	found.sort((one, other) => one.at - other.at);
	const between = found.flatMap((one, place) => {
		const next = found[place + 1];
		return next && BETWEEN.test(before.slice(one.end, next.at)) ? daysFrom(one.day, next.day) : [];
	});
	const groups = GROUPS.flatMap(([pattern, days]) => reading.take(pattern, () => days).flat());
	return [...found, ...[...between, ...groups].map((day) => ({ found: '', day }))];
}

function daysFrom(first: number, last: number): number[] {
	const count = (last - first + 7) % 7;
	return Array.from({ length: count + 1 }, (_, step) => ((first - 1 + step) % 7) + 1);
}
