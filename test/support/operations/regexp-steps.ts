import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** Goes on behind what has matched; returns where the whole match ends, or -1. */
type Then = (at: number) => number;

interface Run {
	text: string;
	flags: string;
	steps: number;
}

type OneCharacter = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

const parsed = new Map<string, AST.Pattern>();

/**
 * How many steps a backtracking engine takes to look for a pattern in a text, from the first place to the last: a place tried
 * and a character looked at are one step each. V8 does not tell, and seconds say more about the machine than about the pattern.
 */
export function stepsOf(pattern: RegExp, text: string): number {
	const { source, flags } = pattern;
	const run: Run = { text, flags, steps: 0 };
	const tree = treeOf(source, flags);
	// `split` makes a sticky pattern and tries it at every place.
	const isAll = /[gy]/.test(flags);
	for (let at = 0; at <= text.length; ) {
		run.steps++;
		const end = alternatives(run, tree.alternatives, at, 1, (behind) => behind);
		if (end >= 0 && !isAll) break;
		at = Math.max(end, at + 1);
	}
	return run.steps;
}

function treeOf(source: string, flags: string): AST.Pattern {
	const key = `${flags}/${source}`;
	let tree = parsed.get(key);
	if (!tree) {
		tree = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, {
			unicode: flags.includes('u'),
			unicodeSets: flags.includes('v'),
		});
		parsed.set(key, tree);
	}
	return tree;
}

/** `way` is 1 to the right, and -1 inside a look behind. */
function alternatives(run: Run, all: AST.Alternative[], at: number, way: 1 | -1, then: Then): number {
	for (const { elements } of all) {
		const end = sequence(run, way === 1 ? elements : elements.toReversed(), 0, at, way, then);
		if (end >= 0) return end;
	}
	return -1;
}

function sequence(run: Run, all: AST.Element[], place: number, at: number, way: 1 | -1, then: Then): number {
	const element = all[place];
	if (!element) return then(at);
	return one(run, element, at, way, (behind) => sequence(run, all, place + 1, behind, way, then));
}

function one(run: Run, element: AST.Element, at: number, way: 1 | -1, then: Then): number {
	switch (element.type) {
		case 'Assertion':
			return assertion(run, element, at) ? then(at) : -1;
		case 'Group':
		case 'CapturingGroup':
			return alternatives(run, element.alternatives, at, way, then);
		case 'Quantifier':
			return quantified(run, element, at, way, then);
		case 'Backreference':
			throw new Error('Back references are not counted; the engine has none.');
		default: {
			const behind = character(run, element, at, way);
			return behind < 0 ? -1 : then(behind);
		}
	}
}

function quantified(run: Run, quantifier: AST.Quantifier, at: number, way: 1 | -1, then: Then): number {
	const { element, min, max, greedy } = quantifier;
	if (isOneCharacter(element)) return repeated(run, element, quantifier, at, way, then);
	const again = (count: number, from: number): number => {
		const more = () =>
			count < max
				? one(run, element, from, way, (behind) => (behind === from ? -1 : again(count + 1, behind)))
				: -1;
		const enough = () => (count >= min ? then(from) : -1);
		const first = greedy ? more() : enough();
		return first >= 0 ? first : greedy ? enough() : more();
	};
	return again(0, at);
}

/** Without recursion for each repetition: texts are long. */
function repeated(
	run: Run,
	element: OneCharacter,
	{ min, max, greedy }: AST.Quantifier,
	at: number,
	way: 1 | -1,
	then: Then,
): number {
	const places = [at];
	const step = (): boolean => {
		const behind = character(run, element, places.at(-1) ?? at, way);
		if (behind >= 0) places.push(behind);
		return behind >= 0;
	};
	while (places.length <= (greedy ? max : min) && step());
	if (places.length <= min) return -1;
	if (!greedy) {
		for (;;) {
			const end = then(places.at(-1) ?? at);
			if (end >= 0 || places.length > max || !step()) return end;
		}
	}
	for (let count = places.length - 1; count >= min; count--) {
		run.steps++;
		const end = then(places[count] ?? at);
		if (end >= 0) return end;
	}
	return -1;
}

function assertion(run: Run, node: AST.Assertion, at: number): boolean {
	run.steps++;
	const isWord = (place: number) => /\w/.test(run.text.charAt(place));
	const isBreak = (place: number) => run.flags.includes('m') && run.text.charAt(place) === '\n';
	switch (node.kind) {
		case 'start':
			return at === 0 || isBreak(at - 1);
		case 'end':
			return at === run.text.length || isBreak(at);
		case 'word':
			return (isWord(at - 1) !== isWord(at)) !== node.negate;
		default: {
			const way = node.kind === 'lookahead' ? 1 : -1;
			return alternatives(run, node.alternatives, at, way, () => 0) >= 0 !== node.negate;
		}
	}
}

const members = new Map<string, boolean>();

function character(run: Run, node: OneCharacter, at: number, way: 1 | -1): number {
	run.steps++;
	const { text, flags } = run;
	const start = way === 1 ? at : at - 1;
	if (start < 0 || start >= text.length) return -1;
	const isWide = /[uv]/.test(flags) && (text.codePointAt(start) ?? 0) > 0xffff;
	const found = isWide ? text.slice(start, start + 2) : text.charAt(start);
	const key = `${flags}/${node.raw}/${found}`;
	let isMember = members.get(key);
	if (isMember === undefined) {
		isMember = new RegExp(`^(?:${node.raw})$`, flags.replace(/[gym]/g, '')).test(found);
		members.set(key, isMember);
	}
	if (!isMember) return -1;
	return way === 1 ? start + found.length : start;
}

function isOneCharacter(element: AST.QuantifiableElement): element is OneCharacter {
	return ['Character', 'CharacterSet', 'CharacterClass', 'ExpressionCharacterClass'].includes(element.type);
}
