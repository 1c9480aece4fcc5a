import fc from 'fast-check';
import { objection } from './support/objection.ts';

test('whatever the link: one that stands nowhere is always found', () => {
	const link = fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true });
	fc.assert(
		fc.property(link, (url) => {
			expect(objection(`Hola, mira esto: ${url} y nos dices`)).toBeDefined();
		}),
	);
});

test('whatever the amount: one that the business named may be named again, however it is written', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1_000, max: 99_999_999 }), (amount) => {
			const dots = amount.toLocaleString('de-DE');
			const commas = amount.toLocaleString('en-US');
			const said = ['c: ¿cuánto vale?', `b: Vale $${dots}`];
			expect(objection(`¿Seguimos? Son $${commas}`, { said })).toBeUndefined();
			expect(objection(`¿Seguimos? Son ${amount} pesos`, { said })).toBeUndefined();
			expect(objection(`¿Seguimos? Son $${amount + 1}`, { said })).toBe('inventedFacts');
		}),
	);
});

test('no text makes a check fail', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(['string', 'undefined']).toContain(typeof objection(text));
		}),
	);
});
