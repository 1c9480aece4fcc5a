import type { Chance } from '../simulation/chance.ts';

/** Stands for a key that is taken away. */
export const REMOVED = Symbol('removed');

/** What nobody expects in the place of a text, a number or a list. */
const ODD: readonly unknown[] = [
	...[REMOVED, null, true, false, '', ' ', 0, -1, 0.5, 1e308, -1e21, 2 ** 53, '1e400', '0x10', '-0', '١٢٣'],
	...[
		[],
		{},
		[null],
		[[]],
		[{}],
		{ id: null },
		{ toString: null },
		'__proto__',
		'constructor',
		'null',
		'NaN',
	],
	...[
		'\u0000',
		'\ud800',
		'\u202e',
		'\ufeff',
		'1970-01-01',
		'9999999999999',
		'-62135596800',
		'🙂'.repeat(300),
	],
];
/** Pieces of which long texts are made; many a search goes through them again for each place in which they stand. */
const PIECES: readonly string[] = [
	...[
		'7',
		'{',
		'"',
		'(',
		'\\',
		' ',
		'.',
		'@',
		'-',
		'a',
		'ñ',
		'\n',
		'+57 ',
		'1:',
		'http://',
		'no ',
		'stop ',
		'🙂',
	],
	...['{"a":', '[[', 'aa@', '10/10/', '$1.', 'www.', 'hola, ', '\u200d', '\u0301'],
];
const LONGEST_CHARACTERS = 60_000;
const DEEPEST = 1_500;

/** One value that no fixture has. */
export function oddValue(chance: Chance): unknown {
	if (chance.happens(0.9)) {
		const value = chance.oneOf(ODD);
		// A copy: the next change may be made inside of it.
		return typeof value === 'object' ? structuredClone(value) : value;
	}
	if (chance.happens(0.7)) return longText(chance);
	return deepValue(chance);
}

function longText(chance: Chance): string {
	const piece = chance.oneOf(PIECES);
	const other = chance.happens(0.5) ? chance.oneOf(PIECES) : '';
	const length = chance.happens(0.2) ? LONGEST_CHARACTERS : chance.between(1, 4_000);
	return (piece + other).repeat(Math.ceil(length / (piece.length + other.length)));
}

function deepValue(chance: Chance): unknown {
	let value: unknown = 1;
	const inLists = chance.happens(0.5);
	for (let depth = chance.between(10, DEEPEST); depth > 0; depth--) value = inLists ? [value] : { id: value };
	return value;
}
