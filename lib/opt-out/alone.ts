import { anywhere, sourcesOf } from './compile.ts';
import type { Language } from './language.ts';
import type { OptOutScope } from './recogniser.ts';

const MARKS = / [.,:] /;
const BARE_NO = /^(?:no|nao|non|nein|nope)$/;
const LAUGHTER = /(?:^| )(?:(?:ja|je|ha|he|ah|rs|k){2,}[a-z]*|lol|lmao|kk+|xd|mdr)(?= )/;
const LAUGHING = /[😂🤣😆😅😹]/u;

/** Reads messages in which there is nothing but a word such as STOP and small talk, of whatever languages. */
export function aloneReader(languages: readonly Language[]) {
	const compiled = (
		thing: 'messages' | 'promotions',
		patterns: (language: Language) => readonly string[],
	): string[] =>
		languages.flatMap((language) => patterns(language).map(sourcesOf(language, language[thing])));
	const whole = (patterns: string[]) => new RegExp(`^(?:${patterns.join('|')})$`);

	const smallTalk = anywhere(compiled('messages', (language) => language.smallTalk));
	const all = whole(compiled('messages', (language) => language.alone));
	const marketing = whole(
		compiled('promotions', (language) => language.alone.filter((pattern) => pattern.includes('{thing}'))),
	);

	/** The parts of a plain text that are no small talk. */
	const withoutSmallTalk = (text: string): string[] =>
		text
			.replace(smallTalk, '')
			.split(MARKS)
			.map((part) => part.replace(/ {2,}/g, ' ').trim())
			.filter((part) => part !== '' && !BARE_NO.test(part));

	const scopeOf = (text: string, shown: string): OptOutScope | undefined => {
		if (text.includes(' ? ') || LAUGHTER.test(text) || LAUGHING.test(shown)) return undefined;
		const parts = withoutSmallTalk(text);
		if (parts.length === 0) return undefined;
		if (parts.every((part) => all.test(part))) return 'all';
		return parts.every((part) => all.test(part) || marketing.test(part)) ? 'marketing' : undefined;
	};
	return { scopeOf, withoutSmallTalk };
}
