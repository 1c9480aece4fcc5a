import type { Language } from '../harness/demo/options.ts';

/** Something that differs between the languages: a text, or any other value. */
export interface Words<T = unknown> {
	es: T;
	en: T;
}

/** A text in both languages. */
export type Text = Words<string>;

/** The same value in one language, however deep the words stand in it. */
export function inLanguage(value: unknown, language: Language): unknown {
	if (Array.isArray(value)) return value.map((entry) => inLanguage(entry, language));
	if (typeof value !== 'object' || value === null) return value;
	if (isWords(value)) return inLanguage(value[language], language);
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inLanguage(one, language)]));
}

function isWords(value: object): value is Words {
	return Object.keys(value).sort().join() === 'en,es';
}

/** Several texts one after the other, in both languages. */
export function joined(parts: (Text | undefined)[], between: string): Text {
	const of = (language: Language) => parts.flatMap((part) => (part ? [part[language]] : [])).join(between);
	return { es: of('es'), en: of('en') };
}
