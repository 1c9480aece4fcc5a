import { plainWords } from '../../messaging/plain-words.ts';
import { inUsualLetters } from '../../messaging/usual-letters.ts';

/** More than any text that may go. */
const COMPARED_CHARACTERS = 6_000;

/** The words of a text in the form in which texts are compared. */
export function wordsOf(text: string): string[] {
	const plain = plainWords(inUsualLetters(text).slice(0, COMPARED_CHARACTERS));
	return plain === '' ? [] : plain.split(' ');
}

/** How many words of a text stand in a source as part of a run of at least `run` words in the same order. */
export function wordsInRuns(text: string, source: string, run: number): number {
	return runsShared(wordsOf(text), run)(wordsOf(source));
}

/** The same for many sources: the runs of the text are made once. Of those that `counts` leaves out none is counted. */
export function runsShared(
	words: readonly string[],
	run: number,
	counts: (run: string) => boolean = () => true,
): (source: readonly string[]) => number {
	const own = runsOf(words, run);
	return (source) => {
		if (own.length === 0 || source.length < run) return 0;
		const known = new Set(runsOf(source, run));
		const inRun = new Set<number>();
		for (const [start, found] of own.entries()) {
			if (known.has(found) && counts(found)) for (let step = 0; step < run; step++) inRun.add(start + step);
		}
		return inRun.size;
	};
}

function runsOf(words: readonly string[], run: number): string[] {
	const count = Math.max(0, words.length - run + 1);
	return Array.from({ length: count }, (_, start) => words.slice(start, start + run).join(' '));
}

/** Whether some words stand in others, side by side and in their order. One pass (Knuth, Morris and Pratt). */
export function standsIn(words: readonly string[], others: readonly string[]): boolean {
	if (words.length === 0 || words.length > others.length) return false;
	const fallBack = [0];
	for (let at = 1, kept = 0; at < words.length; at++) {
		while (kept > 0 && words[at] !== words[kept]) kept = fallBack[kept - 1] ?? 0;
		fallBack.push(words[at] === words[kept] ? ++kept : kept);
	}
	let matched = 0;
	for (const word of others) {
		while (matched > 0 && word !== words[matched]) matched = fallBack[matched - 1] ?? 0;
		if (word === words[matched]) matched++;
		if (matched === words.length) return true;
	}
	return false;
}
