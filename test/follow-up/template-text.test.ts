import { knownText, templateText } from '../../lib/follow-up/template-text.ts';

const offer = { name: 'oferta_20', parameters: [{ text: 'Ana' }, { text: '15 de diciembre' }] };

test('a template reads as the customer saw it', () => {
	expect(templateText(offer, 'Hola {{1}}, 20 % hasta el {{2}}.')).toBe(
		'Hola Ana, 20 % hasta el 15 de diciembre.',
	);
	const named = { name: 'cita', parameters: [{ name: 'cliente', text: 'Ana' }] };
	expect(templateText(named, 'Hola {{ cliente }}, ¿seguimos?')).toBe('Hola Ana, ¿seguimos?');
});

test('as long as its text is not known, its name stands with the values', () => {
	expect(templateText(offer, undefined)).toBe('oferta_20 (Ana · 15 de diciembre)');
	expect(templateText({ name: 'hola', parameters: [] }, undefined)).toBe('hola');
});

test('a variable without a value stays as Meta writes it', () => {
	expect(templateText({ name: 'x', parameters: [] }, 'Hola {{1}}')).toBe('Hola {{1}}');
});

test('a text is that of the same name and language', () => {
	const facts = [
		{ name: 'x', language: 'es', status: 'APPROVED', text: 'Hola' },
		{ name: 'x', language: 'en-US', status: 'APPROVED', text: 'Hi' },
	];
	expect(knownText({ name: 'x', language: 'en_US' }, facts)).toBe('Hi');
	expect(knownText({ name: 'y', language: 'es' }, facts)).toBeUndefined();
});
