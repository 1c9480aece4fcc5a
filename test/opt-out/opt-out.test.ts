import fc from 'fast-check';
import { isOptOut, optOutScope } from '../../lib/opt-out/index.ts';
import { anyText } from '../support/any-text.ts';

const WORDS = [
	'stop',
	'unsubscribe',
	'baja',
	'darme de baja',
	'sair',
	'parar',
	'Cancelar inscrição',
	'Abmelden',
];
const SENTENCES = [
	...["don't message me", 'Don’t contact me', 'leave me alone', 'please stop messaging me'],
	...['no me escriban más', 'no mas mensajes', 'Cancelar suscripción', 'me da de baja por favor'],
	...['não quero mais mensagens', 'ne m’écrivez plus', 'non scrivetemi più', 'hört auf mir zu schreiben'],
];

test.each([...WORDS, ...SENTENCES])('%j asks for no more messages', (text) =>
	expect(isOptOut(text)).toBe(true),
);

test('capitals, accents, spaces and punctuation around the words make no difference', () => {
	const noise = fc.string({ unit: fc.constantFrom(' ', '\n', '.', '!', '¡', '…', ',') });
	const asks = fc.constantFrom(...WORDS, ...SENTENCES);
	fc.assert(
		fc.property(asks, noise, noise, fc.boolean(), (text, before, after, loud) => {
			const said = loud ? text.toUpperCase() : text.toLowerCase();
			expect(isOptOut(before + said + after)).toBe(true);
			expect(isOptOut(before + said.normalize('NFD') + after)).toBe(true);
		}),
	);
});

test.each(['stoooop', 'S T O P', 's.t.o.p', '*STOP*', 'ＳＴＯＰ', '𝗦𝗧𝗢𝗣', 'st\u200Bop', '"stop"'])(
	'%j is STOP in another writing',
	(text) => expect(isOptOut(text)).toBe(true),
);

test('a word such as STOP counts if there is nothing else but small talk', () => {
	const texts = fc.array(
		fc.constantFrom('hola', 'por favor', 'gracias', 'please', 'bom dia', 'merci', 'bitte'),
	);
	fc.assert(
		fc.property(fc.constantFrom(...WORDS), texts, texts, (text, before, after) =>
			expect(isOptOut([...before, text, ...after].join(' '))).toBe(true),
		),
	);
	const others = fc.array(fc.constantFrom('cita', 'mañana', 'bus', 'doctor', 'casa'), { minLength: 1 });
	fc.assert(
		fc.property(fc.constantFrom(...WORDS), others, (text, rest) =>
			expect(isOptOut(`${text} ${rest.join(' ')}`)).toBe(false),
		),
	);
});

test.each([
	['it is a question', 'stop?'],
	['somebody laughs', 'stop 😂😂'],
	['somebody else is quoted', 'El cartel dice "no me escriban más" y me dio risa'],
	['it is about another thing', 'quiero cancelar la cita de mañana'],
	['it is turned round', 'no dejen de escribirme'],
	['it is for a time', 'no me escriban hoy, mañana sí'],
	['it has a condition', 'si no hay en talla M no me escriban'],
])('a request does not count if %s', (_, text) => expect(optOutScope(text)).toBeUndefined());

test.each([
	['{"rating":1,"comentario":"no me escriban más"}', 'all'],
	['{"agree":false,"reason":null,"more":{"words":["please stop messaging me"]}}', 'all'],
	['{"frecuencia":"stop","flow_token":"x"}', 'all'],
	['{"comentario":"no más promociones","n":3}', 'marketing'],
	['{"comentario":"todo bien","n":3}', undefined],
	['{"prioridad":"Baja"}', undefined],
	['{no me escriban más}', 'all'],
])('the answer %s of a flow is read word by word', (text, scope) => expect(optOutScope(text)).toBe(scope));

const STORY =
	'ayer estuvimos con la familia en el campo y los niños jugaron toda la tarde con el perro nuevo. ';

test('a request counts at the beginning and at the end of a long message, and is left to the model in between', () => {
	const request = 'Por favor no me escriban más. ';
	expect(isOptOut(request + STORY.repeat(20))).toBe(true);
	expect(isOptOut(STORY.repeat(20) + request)).toBe(true);
	expect(isOptOut(STORY.repeat(10) + request + STORY.repeat(10))).toBe(false);
});

test('any text is read, whatever it is', () => {
	const unit = fc.constantFrom(
		'no ',
		'me ',
		'escriban ',
		'stop ',
		'si ',
		'"',
		'“',
		'„',
		"'",
		'.',
		'?',
		'\n',
		'ß',
		'🛑',
		'\u0301',
	);
	fc.assert(fc.property(fc.string({ unit, maxLength: 200 }), (text) => void optOutScope(text)));
	fc.assert(fc.property(anyText, (text) => void optOutScope(text)));
});

test.each(['no me ', 'stop ', 'nunca ', 'S ', '“', "'", 'si no quiero ', 'dont send any ', 'ne plus '])(
	'60 kB of %j are read in no time',
	(piece) => {
		const text = piece.repeat(60_000 / piece.length);
		// The first reading compiles the patterns, which is done once.
		optOutScope(text);
		const before = process.cpuUsage();
		for (let time = 0; time < 20; time++) optOutScope(text);
		const { user, system } = process.cpuUsage(before);
		// 4 ms were the worst of 2,000 such texts (2026-11-30); the limit is what a webhook can spare.
		expect((user + system) / 1000 / 20).toBeLessThan(15);
	},
);

test('a wish about advertising is no wish to be left alone altogether', () => {
	expect(optOutScope('no quiero recibir promociones')).toBe('marketing');
	expect(isOptOut('no quiero recibir promociones')).toBe(false);
	expect(optOutScope('no quiero promociones ni quiero que me escriban más')).toBe('all');
});

test('a business can add words of its own, and an empty one adds nothing', () => {
	expect(isOptOut('Ya fue')).toBe(false);
	expect(isOptOut('Ya fue', ['ya fue'])).toBe(true);
	expect(isOptOut('ya fue, por favor', ['YA FUE'])).toBe(true);
	expect(isOptOut('ya fue el partido', ['ya fue'])).toBe(false);
	expect(isOptOut('?', ['', '  '])).toBe(false);
	expect(isOptOut(undefined, ['x'])).toBe(false);
});
