/** A value with the words for it. */
interface Known {
	name: string;
	value: string;
	words?: readonly string[];
}

/** A word without capitals, accents and blanks around it: that is how people write into tables. */
export function plainWord(text: string): string {
	return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** The value that a person means: itself, its name, or a word for it in Spanish. What is none of them stays as it is. */
export function meant(choices: readonly Known[], given: unknown): unknown {
	if (typeof given !== 'string') return given;
	const word = plainWord(given);
	const found = choices.find(({ value, name, words = [] }) =>
		[value, name, ...words].some((one) => plainWord(one) === word),
	);
	return found?.value ?? given;
}

/** The same for a field that is not empty on purpose: an empty cell of a table is not filled in. */
export function meantOrNone(choices: readonly Known[], given: unknown): unknown {
	return typeof given === 'string' && given.trim() === '' ? undefined : meant(choices, given);
}
