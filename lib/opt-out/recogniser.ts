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
	soon: RegExp;
	forGood: RegExp;
	notWith: RegExp;
	fillers: RegExp;
}

/** What begins with one of these is not turned round by another before it: "no, no me escriban". */
const BEGINS_NEGATED =
	/^(?:ya )?(?:no|ni|nunca|jamas|nao|naum|n|nem|non|nn|mai|ne|plus|pas|dont|do not|never|nicht|nie|keine)(?= )/;
/** So much small talk may stand before a sentence begins. */
const POLITE_WORDS = 4;
/** Words that join a wish to what was said before it. */
const JOINING = 'and|but|so|y|e|pero|entonces|asi que|mas|entao|et|mais|donc|ma|quindi|und|aber|also|daher';
const JOINED = /^ (?:ni|y|o|e|nem|ou|nor|or|and|et|ou|né|ne|und|oder|noch)(?: [a-z]+){1,3}(?= )/;
const START = '{start}';

/** Reads the wishes of one language. Its patterns are compiled when the first message needs them. */
export function recogniser(language: Language): (text: string) => OptOutScope | undefined {
	const core = new RegExp(`(?<= )(?:${language.core.split(' ').join('|')})`);
	let compiled: Compiled | undefined;
	return (text) => {
		if (!core.test(text)) return undefined;
		const own = (compiled ??= compile(language));
		if (own.notWith.test(text)) return undefined;
		const scopes = [...new Set([text, text.replace(own.fillers, '')])].flatMap((said) => [
			...asks(said, own.requests, own),
			...asks(said, own.openings, own),
		]);
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
		atBeginning: new RegExp(`[.,:?] (?:(?:${JOINING}|${any(language.smallTalk)}) ){0,${POLITE_WORDS}}$`),
		promotions: anywhere([expand(language.promotions)]),
		messages: anywhere([expand(language.messages)], ''),
		negations: new RegExp(`(?<![a-z])(?:${any(language.negations)})`),
		notAfter: new RegExp(`(?<![a-z])(?:${any(language.notAfter)})`),
		notBefore: new RegExp(`^(?:${any(language.notBefore)})(?= )`),
		soon: new RegExp(`^(?: [a-z]+){0,3} (?:${expand(language.soon)})(?= )`),
		forGood: new RegExp(`^[a-z0-9 ]*? (?:${any(language.forGood)})(?= )`),
		notWith: anywhere([any(language.notWith)], ''),
		fillers: new RegExp(`(?<= )${expand(language.fillers)} `, 'g'),
	};
}

function asks(text: string, requests: RegExp, compiled: Compiled): OptOutScope[] {
	const scopes: OptOutScope[] = [];
	// Not `matchAll`: it copies the expression, which is 50 kB of source, and that takes 20 times as long as the search.
	requests.lastIndex = 0;
	for (let match = requests.exec(text); match !== null; match = requests.exec(text)) {
		const [said] = match;
		const before = text.slice(0, match.index);
		const after = text.slice(match.index + said.length);
		if (requests === compiled.openings && !compiled.atBeginning.test(before)) continue;
		const sentence = before.slice(Math.max(before.lastIndexOf(' . '), before.lastIndexOf(' ? ')) + 3);
		const bans = BEGINS_NEGATED.test(`${said} `);
		if (!bans && compiled.negations.test(sentence)) continue;
		if (compiled.notAfter.test(sentence)) continue;
		if (
			!compiled.forGood.test(after) &&
			(compiled.notBefore.test(after) || (bans && compiled.soon.test(after)))
		)
			continue;
		const isAdvertising = isAboutPromotions(` ${said} `, compiled) && !isAboutMessagesToo(after, compiled);
		scopes.push(isAdvertising ? 'marketing' : 'all');
	}
	return scopes;
}

/** "No more offers, nor messages." */
function isAboutMessagesToo(after: string, { promotions, messages }: Compiled): boolean {
	const [joined] = JOINED.exec(after) ?? [];
	return joined !== undefined && messages.test(`${joined.replace(promotions, '')} `);
}

function isAboutPromotions(said: string, { promotions, messages }: Compiled): boolean {
	const rest = said.replace(promotions, '');
	return rest !== said && !messages.test(rest);
}
