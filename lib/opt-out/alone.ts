import { anywhere, sourcesOf } from './compile.ts';
import type { Language } from './language.ts';
import type { OptOutScope } from './recogniser.ts';

const MARKS = / [.,:] /;
const BARE_NO = /^(?:no|nao|non|nein|nope)$/;
const LAUGHTER = /(?:^| )(?:(?:ja|je|ha|he|ah|rs|k){2,}[a-z]*|lol|lmao|kk+|xd|mdr)(?= )/;
/** 😅 is not among them: it is said with regret ("stop, please 😅"). */
const LAUGHING = /[😂🤣😆😹]/u;
const LOWER_CASE = /\p{Ll}/u;
/** A first word in capitals in a message that is not all in capitals. */
const CAPITALS_AND_MORE = /^\P{L}*\p{Lu}{3,}(?!\p{L})[^]*\p{Ll}/u;

/** In capitals, or with an exclamation mark. */
const isLoud = (shown: string): boolean => !LOWER_CASE.test(shown) || shown.includes('!');

/** Reads messages with a word such as STOP beside nothing but small talk or a reason, of whatever languages. */
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

	const keywords = compiled('messages', (language) => language.keywords);
	const everyday = compiled('messages', (language) => language.everydayKeywords);
	const reasons = compiled('messages', (language) => language.reasons).join('|');
	const keyword = whole(keywords);
	const firstKeyword = whole([...keywords, ...everyday]);
	const shouted = whole(compiled('messages', (language) => language.shouted));
	const wants = anywhere(
		compiled('messages', (language) => language.wants),
		'',
	);
	const opening = new RegExp(`^ \\. (?:${keywords.join('|')}) (?:${reasons})(?= )`);
	const loudOpening = new RegExp(`^ \\. (?:${everyday.join('|')}) (?:${reasons})(?= )`);

	/** Tells whether a word such as STOP stands on its own at the beginning or the end, and the rest wants nothing. */
	const isBesideReason = (text: string, shown: string, parts: readonly string[]): boolean => {
		if (wants.test(text)) return false;
		if (opening.test(text) || (loudOpening.test(text) && CAPITALS_AND_MORE.test(shown))) return true;
		if (parts.length < 2 || text.includes(' : ')) return false;
		const [first, last] = [parts[0], parts.at(-1)] as [string, string];
		return firstKeyword.test(first) || keyword.test(last);
	};

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
		if (isLoud(shown) && parts.every((part) => shouted.test(part))) return 'all';
		if (isBesideReason(text, shown, parts)) return 'all';
		return parts.every((part) => all.test(part) || marketing.test(part)) ? 'marketing' : undefined;
	};
	const everydayWord = whole(everyday);
	/** Tells whether there is nothing but one word that means something else in everyday life. */
	const isEverydayWord = (text: string): boolean => {
		const [word = '', ...others] = text.split(' ').filter((part) => part !== '' && !/[.,:?]/.test(part));
		return others.length === 0 && everydayWord.test(word);
	};
	return { scopeOf, withoutSmallTalk, isEverydayWord };
}
