import fc from 'fast-check';
import { breaksOff, jsonObjectsIn } from '../../lib/ai/cut-json.ts';

const json = fc
	.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 })
	.map((value) => JSON.stringify(value));

test('an object that was cut anywhere breaks off; a whole one does not', () => {
	fc.assert(
		fc.property(json, fc.nat(), (whole, place) => {
			expect(breaksOff(`Well: ${whole} So.`)).toBe(false);
			expect(breaksOff(`Well: ${whole.slice(0, 1 + (place % (whole.length - 1)))}`)).toBe(true);
		}),
	);
});

test.each(['', 'Sure!', 'I {really} cannot', '{"a": 1, }', '{"a": tru, "b"', '{"a": "\\x"}'])(
	'%j is whole, or no object',
	(text) => {
		expect(breaksOff(text)).toBe(false);
	},
);

test('the objects before the break are still found', () => {
	expect(jsonObjectsIn('{"a":1} {"b":{"c":2},"d":"')).toEqual([{ a: 1 }, { c: 2 }]);
});
