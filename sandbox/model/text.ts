import { languageWords } from './words.ts';
import type { Language } from './types.ts';

/** A text without case, accents and repeated spaces; punctuation stays apart as spaces unless it is an apostrophe or a comma. */
export function plain(text: string): string {
	const letters = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return letters
		.replace(/[^\p{L}\p{N}', ]/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** The first of these words or phrases that stands in the text as whole words. */
export function findWord(text: string, words: readonly string[]): string | undefined {
	const haystack = ` ${plain(text).replaceAll(',', ' ').replace(/\s+/g, ' ')} `;
	return words.find((word) =>
		haystack.includes(` ${plain(word).replaceAll(',', ' ').replace(/\s+/g, ' ').trim()} `),
	);
}

/** The language whose typical words occur most; the fallback when none does. */
export function languageOf(text: string, fallback: Language): Language {
	const words = plain(text).replaceAll(',', ' ').split(/\s+/);
	const scores = (Object.keys(languageWords) as Language[]).map((language) => ({
		language,
		score: words.filter((word) => languageWords[language].includes(word)).length,
	}));
	const best = scores.toSorted((one, other) => other.score - one.score)[0];
	return best && best.score > 0 ? best.language : fallback;
}
