/** A word or number that was written otherwise. */
export interface Rewritten {
	at: number;
	length: number;
	was: string;
}

/** The same text without capitals and accents, each character in its place; only à keeps its accent ("às 10" is a time). */
export function folded(text: string): string {
	return text.toLowerCase().length === text.length
		? text.toLowerCase().replace(NOT_PLAIN, plainLetter)
		: text.replace(/[^a-z]/g, (character) => plainLetter(character.toLowerCase().charAt(0)));
}

const NOT_PLAIN = /[^ -~]/g;
const plainLetters = new Map<string, string>([['à', 'à']]);

function plainLetter(character: string): string {
	let plain = plainLetters.get(character);
	if (plain === undefined) {
		plain = character.normalize('NFD').charAt(0);
		plainLetters.set(character, plain);
	}
	return plain;
}

/** A text while its facts are read: what has been read is blanked, so that nothing is read as two things. */
export class Reading {
	/** As it was written, but for what has been read. */
	text: string;
	/** The same without capitals and accents. Patterns are looked for in it. */
	plain: string;
	readonly #whole: string;
	readonly #rewritten: readonly Rewritten[];

	constructor(text: string, rewritten: readonly Rewritten[] = []) {
		this.text = text;
		this.plain = folded(text);
		this.#whole = text;
		this.#rewritten = rewritten;
	}

	/** Reads whatever fits the pattern and blanks it, unless `read` gives nothing. */
	take<Fact>(pattern: RegExp, read: (match: RegExpExecArray) => Fact | undefined): Fact[] {
		const facts: Fact[] = [];
		const [text, plain]: [string[], string[]] = [[], []];
		let from = 0;
		for (const match of this.plain.matchAll(pattern)) {
			const fact = read(match);
			if (fact === undefined) continue;
			facts.push(fact);
			const end = match.index + match[0].length;
			text.push(this.text.slice(from, match.index), blank(match[0]));
			plain.push(this.plain.slice(from, match.index), blank(match[0]));
			from = end;
		}
		if (from === 0) return facts;
		this.text = [...text, this.text.slice(from)].join('');
		this.plain = [...plain, this.plain.slice(from)].join('');
		return facts;
	}

	/** What was written where a pattern has matched, in the words of then. */
	found({ index, 0: match }: RegExpExecArray): string {
		const end = index + match.length;
		let written = '';
		let from = index;
		for (let place = this.#firstRewritten(index); place < this.#rewritten.length; place++) {
			const { at, length, was } = this.#rewritten[place] as Rewritten;
			if (at >= end) break;
			written += this.#whole.slice(from, at) + was;
			from = at + length;
		}
		return (written + this.#whole.slice(from, Math.max(from, end))).trim();
	}

	/** They stand in order. */
	#firstRewritten(from: number): number {
		let [low, high] = [0, this.#rewritten.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#rewritten[middle]?.at ?? 0) < from) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** Whether what was found begins with a capital letter. */
	isCapital(at: number): boolean {
		return /\p{Lu}/u.test(this.#whole.charAt(at));
	}
}

function blank(found: string): string {
	return ';'.repeat(found.length);
}
