import { plainWords } from '../../messaging/opt-out-words.ts';

/** The words of a text in the form in which texts are compared. */
export function wordsOf(text: string): string[] {
	const plain = plainWords(text.normalize('NFKC'));
	return plain === '' ? [] : plain.split(' ');
}

/** How many words of a text stand in a source as part of a run of at least `run` words in the same order. */
export function wordsInRuns(text: string, source: string, run: number): number {
	const words = wordsOf(text);
	const known = new Set(runsOf(wordsOf(source), run));
	const inRun = new Set<number>();
	for (const [start, found] of runsOf(words, run).entries()) {
		if (known.has(found)) for (let step = 0; step < run; step++) inRun.add(start + step);
	}
	return inRun.size;
}

function runsOf(words: string[], run: number): string[] {
	const count = Math.max(0, words.length - run + 1);
	return Array.from({ length: count }, (_, start) => words.slice(start, start + run).join(' '));
}
