import { folded, type Rewritten } from './reading.ts';
import { valueOf } from './numbers.ts';

/** The languages in which numbers, times and dates are read as words. */
export const READ_LANGUAGES = ['es', 'pt', 'en'] as const;
export type ReadLanguage = (typeof READ_LANGUAGES)[number];

interface Numerals {
	/** 2 to 900; 1 is an article too, and read only where it must be a number. */
	values: ReadonlyMap<string, number>;
	one: RegExp;
	/** After these words, 1 is an hour. */
	beforeOne: RegExp;
	hundred?: string;
	thousand: RegExp;
	million: RegExp;
	and: string;
}

const NUMERALS: Record<ReadLanguage, Numerals> = {
	es: {
		values: listed(
			'2 dos 3 tres 4 cuatro 5 cinco 6 seis 7 siete 8 ocho 9 nueve 10 diez 11 once 12 doce 13 trece 14 catorce 15 quince ' +
				'16 dieciseis 17 diecisiete 18 dieciocho 19 diecinueve 20 veinte 21 veintiuno 21 veintiun 21 veintiuna 22 veintidos ' +
				'23 veintitres 24 veinticuatro 25 veinticinco 26 veintiseis 27 veintisiete 28 veintiocho 29 veintinueve 30 treinta ' +
				'40 cuarenta 50 cincuenta 60 sesenta 70 setenta 80 ochenta 90 noventa 100 cien 100 ciento 200 doscientos 200 doscientas ' +
				'300 trescientos 300 trescientas 400 cuatrocientos 400 cuatrocientas 500 quinientos 500 quinientas 600 seiscientos ' +
				'600 seiscientas 700 setecientos 700 setecientas 800 ochocientos 800 ochocientas 900 novecientos 900 novecientas',
		),
		one: /^un[oa]?$/,
		beforeOne: /^la$/,
		thousand: /^mil$/,
		million: /^millon(?:es)?$/,
		and: 'y',
	},
	pt: {
		values: listed(
			'2 dois 2 duas 3 tres 4 quatro 5 cinco 6 seis 7 sete 8 oito 9 nove 10 dez 11 onze 12 doze 13 treze 14 catorze ' +
				'14 quatorze 15 quinze 16 dezesseis 16 dezasseis 17 dezessete 17 dezassete 18 dezoito 19 dezenove 19 dezanove 20 vinte ' +
				'30 trinta 40 quarenta 50 cinquenta 60 sessenta 70 setenta 80 oitenta 90 noventa 100 cem 100 cento 200 duzentos ' +
				'200 duzentas 300 trezentos 300 trezentas 400 quatrocentos 400 quatrocentas 500 quinhentos 500 quinhentas ' +
				'600 seiscentos 600 seiscentas 700 setecentos 700 setecentas 800 oitocentos 800 oitocentas 900 novecentos 900 novecentas',
		),
		one: /^uma?$/,
		beforeOne: /^à$/,
		thousand: /^mil$/,
		million: /^milh(?:ao|oes)$/,
		and: 'e',
	},
	en: {
		values: listed(
			'2 two 3 three 4 four 5 five 6 six 7 seven 8 eight 9 nine 10 ten 11 eleven 12 twelve 13 thirteen 14 fourteen 15 fifteen ' +
				'16 sixteen 17 seventeen 18 eighteen 19 nineteen 20 twenty 30 thirty 40 forty 50 fifty 60 sixty 70 seventy 80 eighty ' +
				'90 ninety',
		),
		one: /^(?:one|a)$/,
		beforeOne: /^(?:at|past|until|till)$/,
		hundred: 'hundred',
		thousand: /^thousand$/,
		million: /^millions?$/,
		and: 'and',
	},
};

const DIGITS_THEN_FACTOR =
	/(?<![\p{L}\d.,])(\d{1,9}(?:[.,]\d{1,9}){0,3})\s?(mil|k|thousand|mill(?:on|ón)(?:es)?|millions?|milh(?:ão|ao|ões|oes)|lucas?|palos?)(?!\p{L})/giu;
/** How money is counted in talk on the Rio de la Plata, in Chile and in Colombia: 80 lucas are 80,000 pesos. */
const SLANG = /^(?:luca|palo)/i;

/** The text with numbers in figures, "ochenta mil" as 80000, and what was rewritten. */
export function withFigures(
	text: string,
	language: ReadLanguage | undefined,
): { text: string; rewritten: Rewritten[] } {
	const words = rewrite(text, spelledNumbers(text, language));
	const factors = [...words.text.matchAll(DIGITS_THEN_FACTOR)].map(
		({ 0: found, index, 1: digits = '', 2: factor = '' }) => {
			const value =
				Math.round(valueOf(digits) * (/^(?:mill|milh|palo)/i.test(factor) ? 1_000_000 : 1_000) * 100) / 100;
			return { at: index, length: found.length, now: SLANG.test(factor) ? `${value} pesos` : String(value) };
		},
	);
	return rewrite(words.text, factors, words.rewritten);
}

interface Change {
	at: number;
	length: number;
	now: string;
}

function rewrite(text: string, changes: Change[], before: readonly Rewritten[] = []) {
	const parts: string[] = [];
	const rewritten: Rewritten[] = [];
	let from = 0;
	let shift = 0;
	let earlier = 0;
	const until = (end: number): Rewritten[] => {
		const first = earlier;
		while (earlier < before.length && (before[earlier]?.at ?? 0) < end) earlier++;
		return before.slice(first, earlier);
	};
	const keep = (all: Rewritten[]) => rewritten.push(...all.map((one) => ({ ...one, at: one.at + shift })));
	for (const { at, length, now } of changes) {
		keep(until(at));
		parts.push(text.slice(from, at), now);
		const was = until(at + length).reduceRight(
			(written, one) => written.slice(0, one.at - at) + one.was + written.slice(one.at - at + one.length),
			text.slice(at, at + length),
		);
		rewritten.push({ at: at + shift, length: now.length, was });
		from = at + length;
		shift += now.length - length;
	}
	keep(until(Infinity));
	return { text: [...parts, text.slice(from)].join(''), rewritten };
}

interface Word {
	word: string;
	at: number;
	end: number;
}

function spelledNumbers(text: string, language: ReadLanguage | undefined): Change[] {
	const plain = folded(text);
	const words = [...plain.matchAll(/\p{L}+/gu)].map(({ 0: word, index }) => ({
		word,
		at: index,
		end: index + word.length,
	}));
	const languages = language ? [language] : READ_LANGUAGES;
	const changes: Change[] = [];
	for (let place = 0; place < words.length; ) {
		if (isPartOfOther(words[place], plain)) {
			place++;
			continue;
		}
		const read = languages
			.map((one) => numberAt(words, place, plain, NUMERALS[one]))
			.find((one) => one !== undefined);
		if (read) {
			const [first, last] = [words[place], words[read.last]];
			if (first && last) changes.push({ at: first.at, length: last.end - first.at, now: String(read.value) });
		}
		place = (read?.last ?? place) + 1;
	}
	return changes;
}

/** "120 mil" is read with its figures, and "por ciento" is a sign. */
function isPartOfOther(word: Word | undefined, plain: string): boolean {
	return word !== undefined && /\d\s?$|\bpor\s$/.test(plain.slice(Math.max(0, word.at - 5), word.at));
}

function numberAt(words: Word[], from: number, plain: string, numerals: Numerals) {
	const { values, one, beforeOne, hundred, thousand, million, and } = numerals;
	const isMultiple = (word = '') => word === hundred || thousand.test(word) || million.test(word);
	/** The word at a place, if it follows the one before at once. */
	const next = (place: number): string | undefined => {
		const [before, it] = [words[place - 1], words[place]];
		if (!it || place === from) return it?.word;
		return before && /^[ -]$/.test(plain.slice(before.end, it.at)) ? it.word : undefined;
	};
	let [value, group, last] = [0, 0, from - 1];
	/** Only what is smaller than this may still be added. */
	let room = Infinity;
	for (let place = from; ; place++) {
		let word = next(place);
		if (word === and && last >= from && room > 1) word = next(++place);
		if (word === undefined) break;
		const small = values.get(word) ?? (one.test(word) && isOne(place) ? 1 : undefined);
		if (small !== undefined && small < room) {
			group += small;
			room = small >= 100 ? 100 : small >= 20 && small % 10 === 0 ? 10 : 0;
		} else if (word === hundred && group > 0 && group < 10) {
			group *= 100;
			room = 100;
		} else if (thousand.test(word) && value === 0) {
			value = (group || 1) * 1_000;
			group = 0;
			room = 1_000;
		} else if (million.test(word) && group > 0) {
			value = group * 1_000_000;
			group = 0;
			room = 1_000_000;
		} else break;
		last = place;
	}
	return last >= from ? { value: value + group, last } : undefined;

	function isOne(place: number): boolean {
		if (isMultiple(next(place + 1)) || room === 10) return true;
		const before = words[place - 1]?.word ?? '';
		return place === from && words[place]?.word !== 'a' && beforeOne.test(before);
	}
}

function listed(list: string): ReadonlyMap<string, number> {
	const parts = list.split(' ');
	return new Map(
		parts.flatMap((word, place) => (place % 2 === 1 ? [[word, Number(parts[place - 1])] as const] : [])),
	);
}
