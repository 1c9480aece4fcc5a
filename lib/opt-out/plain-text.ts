import { plainWords } from '../messaging/plain-words.ts';

/** A customer may send 64 kB. What matters stands at the beginning or the end, and the check must cost no time. */
const MAX_LENGTH = 3000;
/** Of a long message only the beginning and the end are read: in between people tell stories. */
const WORDS_AT_EITHER_END = 40;

const QUOTED = /"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu;
const APOSTROPHES = /['’‘´`]/g;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const PARTS = /[^?,:.!;¡¿\n()…—–]+|[?,:.!;¡¿\n()…—–]+/gu;
/** "stoooop" */
const LONG_DRAWN = /(\p{L})\1{2,}/gu;
/** "s t o p" and "s.t.o.p" */
const SPELT_OUT = /(?<![\p{L}\p{N}])(?:\p{L}[ .\-_*]){3,}\p{L}(?![\p{L}\p{N}])/gu;

/** From the weakest to the strongest. */
const MARKS = [':', ',', '.', '?'];

/**
 * A message as the patterns read it: plain words with a single space between them, and as words of their own the marks
 * `.` (a sentence ends), `,` (it goes on), `:` and `?`. It begins and ends with ` . `. What is quoted is left out, unless
 * there is nothing else: it is somebody else's wish.
 */
export function plainText(text: string): string {
	const shown = shortened(text).normalize('NFKC').replace(INVISIBLE, '').replaceAll('ß', 'ss');
	const own = shown.replace(QUOTED, ' . ');
	const read = plainWords(own) === '' ? shown : own;
	const parts = ['.'];
	for (const [part] of read.replace(SPELT_OUT, joined).replace(APOSTROPHES, '').matchAll(PARTS)) {
		const said = plainWords(part).replace(LONG_DRAWN, '$1') || markOf(part);
		if (said === '') continue;
		const before = parts.at(-1) as string;
		if (!MARKS.includes(said) || !MARKS.includes(before)) parts.push(said);
		else if (MARKS.indexOf(said) > MARKS.indexOf(before)) parts[parts.length - 1] = said;
	}
	const last = parts.at(-1) as string;
	if (last === ',' || last === ':') parts[parts.length - 1] = '.';
	else if (!MARKS.includes(last)) parts.push('.');
	return ` ${withoutTheMiddle(parts.join(' '))} `;
}

function withoutTheMiddle(text: string): string {
	const words = text.split(' ');
	if (words.length <= 2 * WORDS_AT_EITHER_END) return text;
	return [...words.slice(0, WORDS_AT_EITHER_END), '.', ...words.slice(-WORDS_AT_EITHER_END)].join(' ');
}

function shortened(text: string): string {
	if (text.length <= MAX_LENGTH) return text;
	return `${text.slice(0, MAX_LENGTH / 2)}\n${text.slice(-MAX_LENGTH / 2)}`;
}

function joined(letters: string): string {
	return letters.replace(/[ .\-_*]/g, '');
}

function markOf(part: string): string {
	return [...MARKS].reverse().find((mark) => part.includes(mark)) ?? (/[!;\n¡¿()…—–]/.test(part) ? '.' : '');
}
