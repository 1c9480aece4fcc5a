import fc from 'fast-check';
import { isOptOut } from '../../lib/messaging/opt-out-words.ts';

const ASKS = [
	...[
		'stop',
		'STOP',
		'Stop!',
		' stop. ',
		'unsubscribe',
		"don't message me",
		'Don’t contact me',
		'leave me alone',
	],
	...[
		'baja',
		'Baja.',
		'darme de baja',
		'¡No me escriban más!',
		'no mas mensajes',
		'No más mensajes',
		'Cancelar suscripción',
	],
	...['sair', 'PARAR', 'não quero mais mensagens', 'Cancelar inscrição'],
];

test.each(ASKS)('%j asks for no more messages', (text) => expect(isOptOut(text)).toBe(true));

test.each([
	...[
		'',
		' ',
		'!!!',
		'stop by tomorrow?',
		'Is there a bus stop nearby?',
		'quiero cancelar la cita',
		'la baja de precio',
	],
	...['no', 'no gracias', 'pare', 'ok', 'can you stop the pain?', 'stopp', 'trabaja', 'quiero una cita'],
])('%j does not', (text) => expect(isOptOut(text)).toBe(false));

test('capitals, accents, spaces and punctuation around the words make no difference', () => {
	const noise = fc.string({ unit: fc.constantFrom(' ', '\n', '.', '!', '¡', '…', ',') });
	fc.assert(
		fc.property(fc.constantFrom(...ASKS), noise, noise, fc.boolean(), (text, before, after, loud) => {
			const said = loud ? text.toUpperCase() : text.toLowerCase();
			expect(isOptOut(before + said + after)).toBe(true);
			expect(isOptOut(before + said.normalize('NFD') + after)).toBe(true);
		}),
	);
});

test('a request to stop inside a longer message is left to the model', () => {
	const words = fc.array(fc.constantFrom('cita', 'mañana', 'please', 'para', 'doctor'), { minLength: 1 });
	fc.assert(
		fc.property(fc.constantFrom(...ASKS), words, (text, rest) =>
			expect(isOptOut(`${text} ${rest.join(' ')}`)).toBe(false),
		),
	);
});

test('a business can add words of its own, and an empty one adds nothing', () => {
	expect(isOptOut('No Insistas')).toBe(false);
	expect(isOptOut('No Insistas', ['no insistas'])).toBe(true);
	expect(isOptOut('?', ['', '  '])).toBe(false);
	expect(isOptOut(undefined, ['x'])).toBe(false);
});
