import { plainWords } from '../messaging/plain-words.ts';
import { META_BUTTON_WORDS } from './meta-button-words.ts';

/** A quick-reply button of a template has at most 25 characters (Meta); some scripts take more code points. */
const MAX_LABEL_LENGTH = 60;

/** In Turkish, I is the capital of a letter of its own. */
const DOTLESS_I = /ı/g;

const wordsOf = (text: string): string[] => plainWords(text).replace(DOTLESS_I, 'i').split(' ');
const wordSet = (words = ''): Set<string> => new Set(wordsOf(words));

const LANGUAGES = Object.values(META_BUTTON_WORDS).map(({ stop, promotions, between }) => ({
	stop: wordSet(stop),
	promotions: wordSet(promotions),
	between: wordSet(between),
}));

/**
 * Tells whether a tapped button is the one with which Meta lets customers stop marketing messages. Its payload is its label,
 * in the language of the template; a tap comes in like any other (`type: button`), and honouring it is left to the business.
 */
export function isMetaOptOutButton(label: string | undefined): boolean {
	if (!label || label.length > MAX_LABEL_LENGTH || /[?¿]/.test(label)) return false;
	const words = wordsOf(label);
	return LANGUAGES.some(
		({ stop, promotions, between }) =>
			words.some((word) => stop.has(word)) &&
			words.some((word) => promotions.has(word)) &&
			words.every((word) => stop.has(word) || promotions.has(word) || between.has(word)),
	);
}
