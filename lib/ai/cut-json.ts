/** How often text is read once more because a quote in prose may have hidden a brace. */
const READ_AGAIN_MAX = 50;

/**
 * The JSON objects that stand in a text, outermost ones only, in their order. Reading stops where a text is no JSON and goes
 * on from there: an answer of 60,000 braces took 15 s when the end of every brace was searched for (2026-11-30).
 */
export function jsonObjectsIn(text: string): object[] {
	const found: object[] = [];
	let readAgain = 0;
	let at = text.indexOf('{');
	while (at !== -1) {
		const { objects, end, doubtful } = readObject(text, at);
		const isDoubted = doubtful !== undefined && readAgain++ < READ_AGAIN_MAX;
		const next = isDoubted ? doubtful + 1 : end;
		for (const [start, stop] of objects)
			if (stop <= next) found.push(JSON.parse(text.slice(start, stop)) as object);
		at = text.indexOf('{', next);
	}
	return found;
}

/** Where an object begins and ends. */
type Span = [start: number, end: number];

interface Open {
	start: number;
	isArray: boolean;
	/** Complete objects in it; they count if it turns out to be none itself. */
	inside: Span[];
	/** Where its first string with a brace begins: if it turns out to be none, that brace may begin another object. */
	doubtful?: number;
}

/** What may stand next, by JSON's grammar. */
type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end';

interface Read {
	objects: Span[];
	/** Where reading ended: behind the object, or where it proves to be none. */
	end: number;
	doubtful?: number;
}

/** Reads from a brace as far as the text is JSON. */
function readObject(text: string, from: number): Read {
	const open: Open[] = [];
	let expected: Expected = 'value';
	let at = from;
	while (at < text.length) {
		const character = text.charAt(at);
		const isKey: boolean = expected.startsWith('key');
		const isValue: boolean = expected.startsWith('value');
		if (isSpace(character)) at++;
		else if (isValue && (character === '{' || character === '[')) {
			open.push({ start: at++, isArray: character === '[', inside: [] });
			expected = character === '[' ? 'value or end' : 'key or end';
		} else if (expected.endsWith('end') && character === (open.at(-1)?.isArray ? ']' : '}')) {
			const closed = open.pop() as Open;
			at++;
			const objects: Span[] = closed.isArray ? closed.inside : [[closed.start, at]];
			const around = open.at(-1);
			if (!around) return { objects, end: at };
			for (const one of objects) around.inside.push(one);
			if (closed.isArray) around.doubtful ??= closed.doubtful;
			expected = 'comma or end';
		} else if (expected === 'comma or end' && character === ',') {
			expected = open.at(-1)?.isArray ? 'value' : 'key';
			at++;
		} else if (expected === 'colon' && character === ':') {
			expected = 'value';
			at++;
		} else if ((isKey || isValue) && character === '"') {
			const { end, hasBrace } = readString(text, at);
			const around = open.at(-1);
			if (hasBrace && around) around.doubtful ??= at;
			if (end === undefined) break;
			expected = isKey ? 'colon' : 'comma or end';
			at = end;
		} else {
			const end = isValue ? matchEnd(LITERAL, text, at) : undefined;
			if (end === undefined) break;
			expected = 'comma or end';
			at = end;
		}
	}
	const doubtful = open.find((one) => one.doubtful !== undefined)?.doubtful;
	return { objects: open.flatMap(({ inside }) => inside), end: Math.max(at, from + 1), doubtful };
}

function isSpace(character: string): boolean {
	return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}

const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Where a string ends (behind its closing quote), unless it is none, and whether there is a brace in it. */
function readString(text: string, start: number): { end?: number; hasBrace: boolean } {
	let hasBrace = false;
	for (let at = start + 1; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '"') return { end: at + 1, hasBrace };
		if (character === '{') hasBrace = true;
		if (character < ' ') break;
		if (character === '\\') {
			const end = matchEnd(ESCAPE, text, at + 1);
			if (end === undefined) break;
			at = end - 1;
		}
	}
	return { hasBrace };
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}
