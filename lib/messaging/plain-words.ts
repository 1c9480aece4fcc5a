const COMBINING_MARKS = /\p{Mn}/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;

/** Brings a text to the form in which it is compared: no accents, no capitals, no punctuation, single spaces. */
export function plainWords(text: string): string {
	return text.normalize('NFD').replace(COMBINING_MARKS, '').toLowerCase().replace(NOT_WORD, ' ').trim();
}
