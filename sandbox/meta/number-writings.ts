// Numbers of three countries have more than one writing, and WhatsApp knows each account under one of them: Mexico with a
// 1 after the country code, Argentina with a 9, Brazil with or without the ninth digit. Meta takes any of them in `to` and
// answers with its own.

const rules: { writing: RegExp; other: (match: RegExpExecArray) => string }[] = [
	{ writing: /^521(\d{10})$/, other: ([, rest]) => `52${rest}` },
	{ writing: /^52(\d{10})$/, other: ([, rest]) => `521${rest}` },
	{ writing: /^549(\d{10})$/, other: ([, rest]) => `54${rest}` },
	{ writing: /^54(\d{10})$/, other: ([, rest]) => `549${rest}` },
	{ writing: /^55(\d{2})9([6-9]\d{7})$/, other: ([, area, rest]) => `55${area}${rest}` },
	{ writing: /^55(\d{2})([6-9]\d{7})$/, other: ([, area, rest]) => `55${area}9${rest}` },
];

/** The other writing of a number, in digits, or undefined where it has only one. */
export function otherWriting(digits: string): string | undefined {
	for (const { writing, other } of rules) {
		const match = writing.exec(digits);
		if (match) return other(match);
	}
	return undefined;
}

/**
 * The number as WhatsApp knows it. In Brazil the ninth digit is part of the older area codes 11 to 28 only; a test that
 * needs another writing gives the customer's `waId` itself.
 */
export function ownWriting(digits: string): string {
	const other = otherWriting(digits);
	if (!other) return digits;
	const longer = other.length > digits.length ? other : digits;
	const shorter = other.length > digits.length ? digits : other;
	return digits.startsWith('55') && Number(digits.slice(2, 4)) > 28 ? shorter : longer;
}
