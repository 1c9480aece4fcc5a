import { readFileSync } from 'node:fs';
import path from 'node:path';

export const LANGUAGES = ['es', 'pt', 'en', 'fr', 'it', 'de'] as const;
export type PhraseLanguage = (typeof LANGUAGES)[number];

/** What a phrase asks for; `no-stop` looks like a request and is none, or not for good. */
export const LABELS = ['stop', 'stop-promotions', 'no-stop'] as const;
export type Label = (typeof LABELS)[number];

/**
 * Patterns are made with the first part in sight; the others tell how they do with what they have not seen. `outsider` was written
 * to be hard, by somebody who did not know the patterns: unusual words, long messages, the refusal in the middle.
 */
export const PARTS = ['development', 'held-out', 'outsider'] as const;
export type Part = (typeof PARTS)[number];

export interface Phrase {
	text: string;
	language: PhraseLanguage;
	label: Label;
	part: Part;
}

/** All labelled phrases beside this file (`folder` is its folder), written for this project: one file per part, label and language, one phrase per line. */
export function readPhrases(folder: string): Phrase[] {
	return PARTS.flatMap((part) =>
		LABELS.flatMap((label) =>
			LANGUAGES.flatMap((language) =>
				readFileSync(path.join(folder, 'phrases', part, label, `${language}.txt`), 'utf8')
					.split('\n')
					.filter((line) => line !== '')
					.map((text) => ({ text, language, label, part })),
			),
		),
	);
}
