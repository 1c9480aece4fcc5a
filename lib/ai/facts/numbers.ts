/** No run of digits is read further than this: what is longer is no number that anybody means. */
const NUMBER = /\d{1,15}(?:[.,'’]\d{1,15}){0,6}/gu;
/** So much of what follows a number says how it is meant. */
const BEHIND_CHARACTERS = 20;
const THOUSANDS = /^\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,2})?$/;

/** Words that multiply the number before them, in Spanish, English and Portuguese. */
const FACTORS: [RegExp, number][] = [
	[/^\s*(?:mil\b|k\b|thousand\b)/i, 1_000],
	[/^\s*(?:mill[oó]n(?:es)?\b|milh(?:ão|ões|ao|oes)\b|million\b)/i, 1_000_000],
];

/** The value of a number as people write it: 1.250,50 and 1,250.50 alike. */
export function valueOf(written: string): number {
	const decimals = THOUSANDS.test(written)
		? /[.,](\d{1,2})$/.exec(written)?.[1]
		: /[.,](\d+)$/.exec(written)?.[1];
	const digits = written.replace(/\D/g, '');
	return decimals === undefined ? Number(digits) : Number(digits) / 10 ** decimals.length;
}

/** All numbers of a text, by value; "50 mil" is 50 and 50,000. */
export function numbersIn(text: string): Set<number> {
	const found = new Set<number>();
	const plain = text.normalize('NFKC');
	for (const { 0: written, index } of plain.matchAll(NUMBER)) {
		const value = valueOf(written);
		found.add(value);
		const behind = index + written.length;
		const rest = plain.slice(behind, behind + BEHIND_CHARACTERS);
		const factor = FACTORS.find(([word]) => word.test(rest))?.[1];
		if (factor) found.add(value * factor);
		// 23/11, 10-12 and 14:30 are read as their parts by the pattern; 2.5 is read whole and as its parts here.
		for (const part of written.split(/\D/)) found.add(Number(part));
	}
	return found;
}
