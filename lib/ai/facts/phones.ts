import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import type { Reading } from './reading.ts';

export interface Phone {
	found: string;
	digits: string;
}

/** Digits with what stands between them in a phone number; what counts people or money has been read before. */
const PHONE = /(?<![\p{L}\d])\+?\(?\d(?:[\s().\-/]{0,2}\d){6,14}(?!\d)/gu;
const LONG_DIGITS = /\d{7,40}/gu;
const GROUPED_THOUSANDS = /^\d{1,3}(?:[.,]\d{3})+$/;

/** Phone numbers, and other rows of digits as long: accounts, cards, keys for payments. */
export function takePhones(reading: Reading): Phone[] {
	const read = (match: RegExpExecArray): Phone | undefined =>
		GROUPED_THOUSANDS.test(match[0])
			? undefined
			: { found: reading.found(match), digits: match[0].replace(/[^\d+]/g, '') };
	return [...reading.take(PHONE, read), ...reading.take(LONG_DIGITS, read)];
}

/** How many numbers are read by the rules of their country: each takes some time. */
const READ_BY_COUNTRY = 40;
/** So many last digits make a number, with or without what stands before them. */
const OWN_DIGITS = 7;

/** Whether a phone number is one of those known, however each is written: +54 9 11 … is 011 15 … */
export function isKnownPhone(
	{ digits }: Phone,
	known: readonly Phone[],
	countries: readonly CountryCode[],
): boolean {
	const own = digits.replace('+', '');
	const same = known.some((one) => {
		const other = one.digits.replace('+', '');
		const [short, long] = own.length < other.length ? [own, other] : [other, own];
		return short.length >= OWN_DIGITS && long.endsWith(short);
	});
	if (same) return true;
	const written = internationalOf(digits, countries);
	return known
		.slice(0, READ_BY_COUNTRY)
		.some((one) => internationalOf(one.digits, countries).some((number) => written.includes(number)));
}

/** The number as it is dialled from everywhere, by the rules of each country that comes into question. */
function internationalOf(digits: string, countries: readonly CountryCode[]): string[] {
	return countries.flatMap((country) => {
		const number = parsePhoneNumberFromString(digits, country);
		return number ? [number.number] : [];
	});
}
