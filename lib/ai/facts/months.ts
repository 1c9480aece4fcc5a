const MONTHS = [
	'enero|ene|january|janeiro|jan',
	'febrero|feb|february|fevereiro|fev',
	'marzo|mar|march|marco',
	'abril|abr|april|apr',
	'mayo|may|maio|mai',
	'junio|junho|june|jun',
	'julio|julho|july|jul',
	'agosto|ago|august|aug',
	'septiembre|setiembre|september|setembro|sept|sep|set',
	'octubre|october|outubro|oct|out',
	'noviembre|november|novembro|nov',
	'diciembre|december|dezembro|dic|dec|dez',
];

/** The name of a month, for patterns on text without capitals and accents. */
export const MONTH = `(?:${MONTHS.join('|')})`;

const byName = new Map(
	MONTHS.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)),
);

/** The number of a month by its name, 1 to 12. */
export function monthNumber(name: string): number | undefined {
	return byName.get(name);
}
