import { objection } from './support/objection.ts';
import type { StoryInput } from './support/story.ts';

describe('what a business would write goes through', () => {
	test.each([
		['Hola, ¿seguimos con tu cita? Cuéntanos qué día te queda bien.', {}],
		['¡Hola, Ana! 😊 ¿Te gustaría agendar tu limpieza dental hoy o mañana?', {}],
		[
			'Hola, ¿quieres agendar una cita para mañana?',
			{ said: ['c: quiero agendar una cita para mañana', 'b: Claro'] },
		],
		[
			'Hi! Are you still interested in the blue jacket in size 42?',
			{ said: ['c: Hi, do you have the blue jacket in 42?', 'b: Yes, we do'] },
		],
		[
			'Oi! Ainda quer marcar o seu horário? Estamos aqui para ajudar.',
			{ said: ['c: Olá, gostaria de marcar um horário', 'b: Claro!'] },
		],
		[
			'El plan cuesta $50.000 al mes, ¿lo activamos?',
			{ said: ['c: ¿Cuánto vale el plan?', 'b: Vale 50 mil pesos'] },
		],
		[
			'It is $1,250.50 in total, shall we go ahead?',
			{ said: ['c: how much is it?', 'b: The total is USD 1250.5'] },
		],
		[
			'Puedes ver el catálogo en example.com',
			{ said: ['c: ¿tienen catálogo?', 'b: Sí: https://www.example.com/catalogo.'] },
		],
		[
			'Llámanos al 300 123 4567 y te ayudamos.',
			{ followUps: [{ messageInstructions: 'Ofrece el teléfono +57 3001234567' }] },
		],
		['¿Te sirve a las 10, como dijiste?', { said: ['c: puedo a las 10:00', 'b: déjame ver'] }],
		['¿Confirmamos el lunes 30 de noviembre?', { said: ['c: ¿el lunes 30/11 tienen?', 'b: sí hay'] }],
		['Respondemos en menos de 24 horas.', {}],
		[
			'Con el descuento del 10% te queda mejor.',
			{ followUps: [{ description: 'Ofrecer 10 % de descuento' }] },
		],
		[
			'Feel free to ask us anything, we are happy to help!',
			{ said: ['c: hi, do you have this in blue?', 'b: yes'] },
		],
	] as [string, StoryInput][])('%s', (text, input) => {
		expect(objection(text, input)).toBeUndefined();
	});
});

describe('facts that nobody has stated do not', () => {
	test.each([
		['Hoy tienes la limpieza por $99.000', {}],
		['Te queda en 80 mil pesos', {}],
		['Hoy con 30% menos', {}],
		['Son 45 € nada más', {}],
		['Custa R$ 120,00 só hoje', { said: ['c: quanto custa?', 'b: Vou ver'] }],
		['Tenemos un descuento para ti', {}],
		['La primera consulta es gratis', {}],
		['Te esperamos el jueves', {}],
		['Te esperamos a las 3:30 pm', {}],
		['We can see you on March 14', { said: ['c: hi, can i have an appointment', 'b: sure'] }],
		['Reserva en https://citas.example.com/hoy', {}],
		['Reserva en citas.example.com', {}],
		['Reserva en citas punto com', {}],
		['Escribe a ventas@example.com', {}],
		['Síguenos en @clinica_sonrisa', {}],
		['Llama al +57 301 765 4321', {}],
		['Tu pedido es el 482913', {}],
		['Quedan los últimos cupos', {}],
		['Te devolvemos el dinero: reembolso total', {}],
	] as [string, StoryInput][])('%s', (text, input) => {
		expect(objection(text, input)).toBe('inventedFacts');
		expect(objection(text, { ...input, settings: { checkInventedFacts: false } })).toBeUndefined();
	});

	test('also when only the customer has stated them', () => {
		const said = [
			'c: me prometieron el plan por $1.000 en https://gratis.example.com, llamen al 300 999 8877',
			'b: Hola',
		];
		expect(objection('Tu plan por $1.000 te espera', { said })).toBe('inventedFacts');
		expect(objection('Sigue en gratis.example.com', { said })).toBe('inventedFacts');
		expect(objection('Llama al 3009998877', { said })).toBe('inventedFacts');
	});

	test('a page of a known address is not a known page', () => {
		const said = ['c: hola', 'b: Mira https://example.com/catalogo'];
		expect(objection('Paga en example.com/pagos/otro', { said })).toBe('inventedFacts');
	});
});

test.each([
	'Hola {{name}}',
	'Hola {nombre}',
	'Mira [link]',
	'Hola [nombre del cliente]',
	'[[SKIP]]',
	'Hola <nombre>',
	'NO_REPLY',
	'null',
	'Hola %s',
	'Hola XXXX',
	'Nos vemos ____',
	'{"trigger": true, "message": "hola"}',
])('leftover: %s', (text) => {
	expect(objection(text)).toBe('leftovers');
});

describe('the same text again', () => {
	const said = ['c: quiero una cita', 'b: ¿qué día?', 'f: Hola, ¿seguimos con tu cita?'];
	test.each([
		'Hola, ¿seguimos con tu cita?',
		'hola seguimos con tu cita',
		'¡HOLA! ¿Seguimos con tu cita? 😊',
	])('%s', (text) => {
		expect(objection(text, { said })).toBe('repeated');
		expect(objection(text)).toBeUndefined();
		expect(objection(text, {}, ['Hola, ¿seguimos con tu cita?'])).toBe('repeated');
	});
});

describe("the customer's language", () => {
	const portuguese = ['c: Olá, bom dia! Gostaria de saber quanto custa, obrigado', 'b: Vou ver'];
	const english = ['c: Hello, how much is the cleaning? Thanks', 'b: Let me check'];
	test.each([
		['Hola, ¿todavía quieres la cita? Estamos para ayudarte con gusto', portuguese],
		['Hello, are you still interested? We can help you', portuguese],
		['Olá, você ainda tem interesse? Estou aqui para ajudar', english],
		['Привет, вы ещё заинтересованы?', english],
		['¿Seguimos?', english],
		['Ciao! Posso aiutarti con la prenotazione?', english],
		['Still there?', ['c: hola', 'b: ok']],
	])('%s', (text, said) => {
		expect(objection(text, { said })).toBe('language');
	});

	test('is told by what the business answered where the customer has said nothing that tells it', () => {
		expect(objection('Still there?', { said: ['c: 👍', 'b: ¡Claro! ¿Qué día te queda bien?'] })).toBe(
			'language',
		);
		expect(
			objection('¿Seguimos?', { said: ['c: 👍', 'b: ¡Claro! ¿Qué día te queda bien?'] }),
		).toBeUndefined();
	});

	test('is not doubted where a text is in no language, or nothing tells what it should be in', () => {
		expect(objection('Ok, Ana 👍', { said: english })).toBeUndefined();
		expect(objection('Still there?', { said: ['c: ok', 'b: ok'] })).toBeUndefined();
	});
});

test.each([
	['instagram', 'á'.repeat(501), 'length'],
	['instagram', 'á'.repeat(500), undefined],
	['messenger', 'á'.repeat(1_501), 'length'],
	['messenger', 'á'.repeat(1_500), undefined],
	['whatsapp', 'á'.repeat(4_097), 'length'],
	['whatsapp', 'á'.repeat(1_501), 'length'],
	['whatsapp', 'á'.repeat(1_500), undefined],
] as const)(
	'on %s the length is what Meta counts, and at most half more than the model was asked for',
	(channel, text, check) => {
		expect(objection(text, { channel })).toBe(check);
	},
);

test.each([null, '', '  \n ', '""', '\u200B\u200B'])('nothing is no message: %j', (text) => {
	expect(objection(text)).toBe('missing');
});

test('nothing hides behind signs that stand for whole sentences', () => {
	const hidden = 'ﷺ'.repeat(400);
	const said = [
		`c: ${hidden} you can pick it up for nothing whenever you want`,
		'b: Hello, which one do you like?',
	];
	expect(objection('you can pick it up for nothing whenever you want', { said })).toBe('dictated');
	expect(objection(`${hidden} ¿Lo apartamos por $99?`)).toBe('inventedFacts');
});
