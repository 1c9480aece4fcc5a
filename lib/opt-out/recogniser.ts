import { anywhere, sourcesOf } from './compile.ts';
import type { Language } from './language.ts';

/** What a customer asks to be left alone with: everything, or advertising only. */
export type OptOutScope = 'all' | 'marketing';

interface Compiled {
	requests: RegExp;
	/** Requests that count at the beginning of a sentence only. */
	openings: RegExp;
	atBeginning: RegExp;
	promotions: RegExp;
	messages: RegExp;
	negations: RegExp;
	notAfter: RegExp;
	notBefore: RegExp;
	notWith: RegExp;
}

/** What begins with one of these is not turned round by another before it: "no, no me escriban". */
const BEGINS_NEGATED =
	/^(?:ya )?(?:no|ni|nunca|jamas|nao|naum|n|nem|non|nn|mai|ne|plus|pas|dont|do not|never|nicht|nie|keine)(?= )/;
/** So much small talk may stand before a sentence begins. */
const POLITE_WORDS = 4;
const START = '{start}';

/** Reads the wishes of one language. Its patterns are compiled when the first message needs them. */
export function recogniser(language: Language): (text: string) => OptOutScope | undefined {
	const core = new RegExp(`(?<= )(?:${language.core.split(' ').join('|')})`);
	let compiled: Compiled | undefined;
	return (text) => {
		if (!core.test(text)) return undefined;
		compiled ??= compile(language);
		if (compiled.notWith.test(text)) return undefined;
		const scopes = [...asks(text, compiled.requests, compiled), ...asks(text, compiled.openings, compiled)];
		return scopes.includes('all') ? 'all' : scopes[0];
	};
}

function compile(language: Language): Compiled {
	const expand = sourcesOf(language, `(${language.messages}|${language.promotions})`);
	const any = (patterns: readonly string[]): string => patterns.map(expand).join('|');
	const isOpening = (pattern: string): boolean => pattern.startsWith(START);
	const openings = language.requests.filter(isOpening).map((pattern) => pattern.slice(START.length));
	return {
		requests: anywhere(language.requests.filter((pattern) => !isOpening(pattern)).map(expand)),
		openings: anywhere(openings.map(expand)),
		atBeginning: new RegExp(`[.,:?] (?:(?:${any(language.smallTalk)}) ){0,${POLITE_WORDS}}$`),
		promotions: anywhere([expand(language.promotions)]),
		messages: anywhere([expand(language.messages)], ''),
		negations: new RegExp(`(?<![a-z])(?:${any(language.negations)})`),
		notAfter: new RegExp(`(?<![a-z])(?:${any(language.notAfter)})`),
		notBefore: new RegExp(`^(?:${any(language.notBefore)})(?= )`),
		notWith: anywhere([any(language.notWith)], ''),
	};
}

function asks(text: string, requests: RegExp, compiled: Compiled): OptOutScope[] {
	const scopes: OptOutScope[] = [];
	for (const match of text.matchAll(requests)) {
		const [said] = match;
		const before = text.slice(0, match.index);
		const after = text.slice(match.index + said.length);
		if (requests === compiled.openings && !compiled.atBeginning.test(before)) continue;
		const sentence = before.slice(Math.max(before.lastIndexOf(' . '), before.lastIndexOf(' ? ')) + 3);
		if (!BEGINS_NEGATED.test(`${said} `) && compiled.negations.test(sentence)) continue;
		if (compiled.notAfter.test(sentence) || compiled.notBefore.test(after)) continue;
		scopes.push(isAboutPromotions(` ${said} `, compiled) ? 'marketing' : 'all');
	}
	return scopes;
}

function isAboutPromotions(said: string, { promotions, messages }: Compiled): boolean {
	const rest = said.replace(promotions, '');
	return rest !== said && !messages.test(rest);
}
