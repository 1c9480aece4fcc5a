import { join } from 'node:path';
import { readPhrases, type Label, type PhraseLanguage } from '../opt-out/phrase-list.ts';
import { MISSED } from '../opt-out/missed.ts';
import type { Chance } from './chance.ts';

/** What customers ask to be left alone with. */
export type Wish = Exclude<Label, 'no-stop'>;

const PHRASES = readPhrases(join(import.meta.dirname, '..', 'opt-out')).filter(
	({ text, part }) => part !== 'outsider' && !MISSED.includes(text),
);
const LANGUAGE_OF: readonly [prefix: string, language: PhraseLanguage][] = [
	['1', 'en'],
	['33', 'fr'],
	['39', 'it'],
	['49', 'de'],
	['55', 'pt'],
];

/** What people speak where a number is from. */
export function languageOf(phone: string): PhraseLanguage {
	return LANGUAGE_OF.find(([prefix]) => phone.startsWith(prefix))?.[1] ?? 'es';
}

/** The words in which a customer asks for something, or only seems to (`no-stop`). The labels of the list are the customers' intents. */
export function wordsFor(label: Label, language: PhraseLanguage, chance: Chance): string {
	const fitting = PHRASES.filter((phrase) => phrase.label === label && phrase.language === language);
	return chance.oneOf(fitting).text;
}
