import type { Language } from './language.ts';

const COMBINING_MARKS = /\p{Mn}/gu;
/** After so many words of politeness a sentence may still end. */
const TAIL_WORDS = 5;
const GAP_WORDS = 3;
/** Words with which another part of the sentence begins. */
const GOES_ON =
	'[.,:?]|que|porque|ya que|pues|pero|y|e|et|und|and|but|because|cause|bc|since|or|pois|perche|car';

/** Makes sources of regular expressions of the patterns of a language. */
export function sourcesOf(language: Language, thing: string): (pattern: string) => string {
	const macros = new Map<string, string>();
	const expand = (pattern: string): string =>
		plain(pattern).replace(/\{([a-z]+)\}/gi, (_, name: string) => {
			const macro = macros.get(name.toLowerCase());
			if (macro === undefined) throw new Error(`"{${name}}" is no word of this language`);
			return macro;
		});
	macros.set('thing', plain(thing));
	macros.set('end', `(?=(?: (?:${plain(language.tail.join('|'))})){0,${TAIL_WORDS}} (?:${GOES_ON}) )`);
	macros.set('gap', `(?:(?!(?:${plain(language.turns)}) )[a-z0-9]+ ){0,${GAP_WORDS}}`);
	for (const [name, words] of Object.entries(language.words)) macros.set(name.toLowerCase(), expand(words));
	return expand;
}

/** No accents, and groups that capture nothing. German umlauts are read in both ways of writing them. */
function plain(pattern: string): string {
	return pattern
		.replace(/[äöü]/g, (letter) => `${letter}e?`)
		.replaceAll('ß', 'ss')
		.normalize('NFD')
		.replace(COMBINING_MARKS, '')
		.replace(/\((?!\?)/g, '(?:');
}

/** Finds any of the patterns as whole words in a plain text. */
export function anywhere(patterns: readonly string[], flags = 'g'): RegExp {
	return new RegExp(`(?<= )(?:${patterns.length === 0 ? '(?!)' : patterns.join('|')})(?= )`, flags);
}
