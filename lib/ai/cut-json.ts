/** How often text is read once more because a quote in prose may have hidden a brace. */
const READ_AGAIN_MAX = 50;

/**
 * The JSON objects that stand in a text, outermost ones only, in their order. Reading stops where a text is no JSON and goes
 * on from there: an answer of 60,000 braces took 15 s when the end of every brace was searched for (2026-11-30).
 */
export function jsonObjectsIn(text: string): object[] {
	const found: object[] = [];
	let readAgain = 0;
	let at = nextObject(text, 0);
	while (at !== -1) {
		const { objects, end, doubtful } = readObject(text, at);
		const isDoubted = doubtful !== undefined && readAgain++ < READ_AGAIN_MAX;
		const next = isDoubted ? doubtful + 1 : end;
		for (const [start, stop] of objects)
			if (stop <= next) found.push(JSON.parse(text.slice(start, stop)) as object);
		at = nextObject(text, next);
	}
	return found;
}

/** Whether a text ends within an object: whoever wrote it was stopped, whether that was told or not. */
export function breaksOff(text: string): boolean {
	for (let at = nextObject(text, 0); at !== -1; ) {
		const { end, isOpen } = readObject(text, at);
		if (isOpen) return true;
		at = nextObject(text, end);
	}
	return false;
}

/** A brace behind which nothing or an object's first sign stands; the others need not be read from. */
const BEGINNING = /\{(?=[ \n\r\t]*(?:["}]|$))/g;

function nextObject(text: string, from: number): number {
	BEGINNING.lastIndex = from;
	return BEGINNING.exec(text)?.index ?? -1;
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
	/** Nothing in it is wrong, but the text has ended before it has. */
	isOpen: boolean;
	doubtful?: number;
}

/** Reads from a brace as far as the text is JSON. */
function readObject(text: string, from: number): Read {
	const open: Open[] = [];
	let expected: Expected = 'value';
	let at = from;
	let isOpen = false;
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
			if (!around) return { objects, end: at, isOpen: false };
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
			const read = readString(text, at);
			const { end } = read;
			const around = open.at(-1);
			if (read.hasBrace && around) around.doubtful ??= at;
			isOpen = read.isOpen;
			if (end === undefined) break;
			expected = isKey ? 'colon' : 'comma or end';
			at = end;
		} else {
			const end = isValue ? matchEnd(LITERAL, text, at) : undefined;
			isOpen = text.length - at < LONGEST_LITERAL && isBeginning(text.slice(at), isValue);
			if (end === undefined) break;
			expected = 'comma or end';
			at = end;
		}
	}
	const doubtful = open.find((one) => one.doubtful !== undefined)?.doubtful;
	const objects = open.flatMap(({ inside }) => inside);
	return { objects, end: Math.max(at, from + 1), isOpen: isOpen || at >= text.length, doubtful };
}

function isSpace(character: string): boolean {
	return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}

const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const LONGEST_LITERAL = 40;
const LONGEST_ESCAPE = '\\u0000'.length;
const BEGUN_ESCAPE = /^\\(?:u[0-9a-fA-F]{0,3})?$/;

/** "tru", "-" or what is missing of "1e-7" at the end of a text. */
function isBeginning(rest: string, isValue: boolean): boolean {
	if (/^[-+.eE\d]{1,39}$/.test(rest)) return true;
	return isValue && ['true', 'false', 'null'].some((word) => word !== rest && word.startsWith(rest));
}

/** Where a string ends (behind its closing quote), unless it is none, and whether there is a brace in it. */
function readString(text: string, start: number): { end?: number; hasBrace: boolean; isOpen: boolean } {
	let hasBrace = false;
	for (let at = start + 1; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '"') return { end: at + 1, hasBrace, isOpen: false };
		if (character === '{') hasBrace = true;
		if (character < ' ') return { hasBrace, isOpen: false };
		if (character === '\\') {
			const end = matchEnd(ESCAPE, text, at + 1);
			if (end === undefined)
				return { hasBrace, isOpen: BEGUN_ESCAPE.test(text.slice(at, at + LONGEST_ESCAPE)) };
			at = end - 1;
		}
	}
	return { hasBrace, isOpen: true };
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}
