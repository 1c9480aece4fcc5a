import fc from 'fast-check';
import { writingsOf } from '../../lib/messaging/phone-writings.ts';

test.each([
	['Mexico', '525512345678', '5215512345678'],
	['Argentina', '541123456789', '5491123456789'],
	['Brazil', '551187654321', '5511987654321'],
])('a mobile of %s is one phone under both writings', (_country, one, other) => {
	expect(writingsOf(one)).toEqual([one, other]);
	expect(writingsOf(other)).toEqual([other, one]);
});

test.each(['573001112233', '12125550101', '551133334444', '34600111222', '52155', 'CO.1A2B3C', ''])(
	'%s has one writing',
	(id) => expect(writingsOf(id)).toEqual([id]),
);

test('whoever starts from either writing finds the same pair', () => {
	const digits = (length: number) =>
		fc
			.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
			.map((all) => all.join(''));
	const number = fc
		.tuple(fc.constantFrom('52', '521', '54', '549', '55', '57', '1'), digits(10))
		.map(([country, rest]) => country + rest);
	fc.assert(
		fc.property(number, (one) => {
			for (const other of writingsOf(one)) expect(writingsOf(other).sort()).toEqual(writingsOf(one).sort());
		}),
	);
});
