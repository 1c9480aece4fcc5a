import type { Reading } from './reading.ts';

/** An amount as people write it. No run of digits is read further than this: what is longer is no number anybody means. */
export const AMOUNT = String.raw`\d{1,12}(?:[.,'’]\d{1,12}){0,4}`;

const THOUSANDS = /^\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,2})?$/;

/** The value of a number as people write it: 1.250,50 and 1,250.50 alike. */
export function valueOf(written: string): number {
	const decimals = THOUSANDS.test(written)
		? /[.,](\d{1,2})$/.exec(written)?.[1]
		: /[.,](\d+)$/.exec(written)?.[1];
	const digits = written.replace(/\D/g, '');
	return decimals === undefined ? Number(digits) : Number(digits) / 10 ** decimals.length;
}

export interface PlainNumber {
	found: string;
	value: number;
}

const NUMBER = new RegExp(String.raw`(?<![\p{L}\d.,])${AMOUNT}`, 'gu');

/** The numbers that are left when all else has been read. */
export function takeNumbers(reading: Reading): PlainNumber[] {
	return reading.take(NUMBER, (match) => ({ found: reading.found(match), value: valueOf(match[0]) }));
}
