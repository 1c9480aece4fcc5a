import { aloneReader } from './alone.ts';
import { de } from './languages/de.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { fr } from './languages/fr.ts';
import { it } from './languages/it.ts';
import { pt } from './languages/pt.ts';
import { formAnswers } from './form-answers.ts';
import { isMetaOptOutButton } from './meta-button.ts';
import { plainText } from './plain-text.ts';
import { recogniser, type OptOutScope } from './recogniser.ts';

export { isMetaOptOutButton } from './meta-button.ts';
export type { OptOutScope } from './recogniser.ts';

const LANGUAGES = [es, pt, en, fr, it, de];
const RECOGNISERS = LANGUAGES.map(recogniser);
const ALONE = aloneReader(LANGUAGES);

/**
 * What a message or a tapped button asks to be left alone with, in Spanish, Portuguese, English, French, Italian or German;
 * undefined if it asks for nothing of the kind, or not for good. `extra` adds a business's own words, as a whole message.
 */
export function optOutScope(
	text: string | undefined,
	extra: readonly string[] = [],
): OptOutScope | undefined {
	if (!text) return undefined;
	const answers = formAnswers(text);
	if (answers) return strongest(answers.map((answer) => scopeOfAnswer(answer, extra)));
	return scopeOfWords(text, extra);
}

/** In a form a word of everyday life is a choice: "baja" stands beside "media" and "alta". */
function scopeOfAnswer(answer: string, extra: readonly string[]): OptOutScope | undefined {
	const plain = plainText(answer);
	if (isOneOf(plain, extra)) return 'all';
	return ALONE.isEverydayWord(plain) ? undefined : scopeOfWords(answer, extra);
}

function scopeOfWords(text: string, extra: readonly string[]): OptOutScope | undefined {
	const plain = plainText(text);
	if (isOneOf(plain, extra)) return 'all';
	const scopes = [ALONE.scopeOf(plain, text), ...RECOGNISERS.map((scopeIn) => scopeIn(plain))];
	return strongest([...scopes, isMetaOptOutButton(text) ? 'marketing' : undefined]);
}

function strongest(scopes: readonly (OptOutScope | undefined)[]): OptOutScope | undefined {
	return scopes.includes('all') ? 'all' : scopes.find((scope) => scope !== undefined);
}

/** Tells whether a message asks for no more messages. `extra` adds a business's own words. */
export function isOptOut(text: string | undefined, extra: readonly string[] = []): boolean {
	return optOutScope(text, extra) === 'all';
}

function isOneOf(plain: string, extra: readonly string[]): boolean {
	if (extra.length === 0) return false;
	const said = formsOf(plain);
	return extra.some((phrase) => {
		const [words, core] = formsOf(plainText(phrase));
		return (words !== '' && words === said[0]) || (core !== '' && core === said[1]);
	});
}

/** All of the words, and those that are no small talk. */
function formsOf(plain: string): [words: string, core: string] {
	return [wordsOf(plain), ALONE.withoutSmallTalk(plain).join(' ')];
}

function wordsOf(plain: string): string {
	return plain.replace(/ [.,:?](?= )/g, '').trim();
}
