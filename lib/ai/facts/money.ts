import { AMOUNT, valueOf } from './numbers.ts';
import type { Reading } from './reading.ts';

export interface Price {
	found: string;
	amount: number;
	/** Which money it is, as far as it is told: "$" may be dollars or pesos. */
	money?: string;
}

const CODES =
	'usd|eur|cop|mxn|ars|clp|pen|brl|gbp|aud|cad|nzd|uyu|gtq|crc|hnl|nio|dop|bob|pyg|ves|zar|chf|jmd';
const SIGN = String.raw`us\$|u\$[sd]|r\$|[a-z]{1,2}\$|s\/\.?|b\/\.?|bs\.?|gs\.?|[qrl]\.?|uf|${CODES}`;
const WORDS = String.raw`u\$[sd]|us\$|${CODES}|pesos?|dolar(?:es)?|dollars?|bucks?|euros?|pounds?|quid|reais|real|contos?|soles|quetzal(?:es)?|colon(?:es)?|lempiras?|cordobas?|bolivar(?:es)?|bolivianos?|guaranies|balboas?|rands?|uf|mangos|varos`;
/** "R11 000": in some countries a space stands before three digits. */
const MONEY_AMOUNT = String.raw`(?:\d{1,3}(?:\s\d{3}){1,3}(?:[.,]\d{2})?(?![\d.,]{0,12}\d)|${AMOUNT})`;
const PRICE = new RegExp(
	String.raw`(?:((?<![\p{L}\p{N}$])(?:${SIGN})|[$€£¥₡₲₹₱])\s?)(${MONEY_AMOUNT})(?:\s?(?:de\s)?(${WORDS})(?!\p{L}))?|(?<![\p{L}\d.,$])(${MONEY_AMOUNT})\s?(?:de\s)?([€£₡₲]|\$(?!\s?\d)|(?:${WORDS})(?!\p{L}))`,
	'gu',
);

/** Signs and words that mean the same money; two that stand for different money are different prices. */
const MONEY: [RegExp, string][] = [
	[/^(?:us\$|u\$[sd]|usd|dol|bucks?)/, 'dollar'],
	[/^(?:r\$|brl|rea|conto)/, 'real'],
	[/^(?:cop|mxn|ars|clp|uyu|dop|peso|mangos|varos)/, 'peso'],
	[/^(?:€|eur)/, 'euro'],
	[/^(?:£|gbp|pound|quid)/, 'pound'],
	[/^(?:s\/|pen|soles)/, 'sol'],
	[/^(?:q|gtq)/, 'quetzal'],
	[/^(?:₡|crc|colon)/, 'colon'],
	[/^(?:bs|bob|ves|boliv)/, 'bolivar'],
	[/^(?:r\.?$|zar|rand)/, 'rand'],
	[/^uf/, 'uf'],
];
/** One letter in front of a number is money only as a capital: Q350, R4,850. */
const LETTER = /^[qrl]\.?$/;
/** Pounds of a body are no price. */
const WEIGHT = /\b(?:los[et]|losing|gain\w*|weigh\w*|drop\w*|shed\w*)\s(?:\w{1,12}\s)?$/;

/** Amounts of money. */
export function takePrices(reading: Reading): Price[] {
	return reading.take(PRICE, (match) => {
		const [, sign, before, unit, after, unitAfter] = match;
		if (sign && LETTER.test(sign) && !reading.isCapital(match.index)) return undefined;
		const behind = reading.plain.slice(Math.max(0, match.index - 24), match.index);
		if (unitAfter?.startsWith('pound') && WEIGHT.test(behind)) return undefined;
		const word = unit ?? unitAfter ?? sign ?? '';
		const money = MONEY.find(([pattern]) => pattern.test(word))?.[1];
		return {
			found: reading.found(match),
			amount: valueOf(before ?? after ?? ''),
			...(money ? { money } : {}),
		};
	});
}

/** Whether a price that is told may be the one that was told. */
export function isSamePrice(one: Omit<Price, 'found'>, other: Omit<Price, 'found'>): boolean {
	const isSameMoney = one.money === undefined || other.money === undefined || one.money === other.money;
	return isSameMoney && Math.abs(one.amount - other.amount) < 0.005;
}

export interface Percent {
	found: string;
	share: number;
}

const PERCENT =
	/(?<![\p{L}\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|por\s?cient[oa]|por\s?cento|percent|per\scent|pct\b)|\b(?:mitad de precio|half (?:the )?price|half off|metade do preco)\b/gu;

/** Percentages; half price is one. */
export function takePercents(reading: Reading): Percent[] {
	return reading.take(PERCENT, (match) => ({
		found: reading.found(match),
		share: match[1] === undefined ? 50 : valueOf(match[1]),
	}));
}
