/**
 * Numbers that are written in two ways for one and the same phone: people and shops dial one, Meta names the other. Source:
 * national numbering plans and Meta's answers to a send, `contacts[].{input, wa_id}`; read 2026-11-30.
 */
const TWO_WRITINGS: readonly { short: RegExp; long: RegExp; lengthen: string; shorten: string }[] = [
	// Mexico: until 2019 mobiles were dialled with a 1 from abroad; Meta still names most with it.
	{ short: /^52(\d{10})$/, long: /^521(\d{10})$/, lengthen: '521$1', shorten: '52$1' },
	// Argentina: mobiles have a 9 after the country when dialled from abroad.
	{ short: /^54(\d{10})$/, long: /^549(\d{10})$/, lengthen: '549$1', shorten: '54$1' },
	// Brazil: mobiles got a ninth digit; accounts made before are still named without it. Fixed lines begin with 2 to 5.
	{
		short: /^55(\d{2})([6-9]\d{7})$/,
		long: /^55(\d{2})9([6-9]\d{7})$/,
		lengthen: '55$19$2',
		shorten: '55$1$2',
	},
];

/** Every way in which a phone number (digits only, with the country) is written, the given one first. */
export function writingsOf(number: string): string[] {
	for (const { short, long, lengthen, shorten } of TWO_WRITINGS) {
		if (long.test(number)) return [number, number.replace(long, shorten)];
		if (short.test(number)) return [number, number.replace(short, lengthen)];
	}
	return [number];
}
