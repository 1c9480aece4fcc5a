import { objectionTo } from '../../lib/ai/checks/index.ts';
import { HOUR } from '../support/time.ts';
import { story } from './support/story.ts';

/** A silence that began on Monday, 2026-11-23, and is looked at four hours later. */
function objection(text: string, said: string[]) {
	const { chatbot, conversation, transcript, now } = story({ said, silentMs: 4 * HOUR });
	const [definition] = chatbot.followUps;
	if (!definition) throw new Error('A story has at least one follow-up');
	const { channel, contact } = conversation;
	return objectionTo({ text, channel, contact, chatbot, definition, transcript, besides: [], now })?.check;
}

const SPANISH = ['c: Hola, quiero una cita', 'b: ¡Claro! Ya te confirmo'];
const PORTUGUESE = ['c: Oi, queria marcar uma consulta', 'b: Claro! Já confirmo com você'];

describe('nobody stated it, however it is written', () => {
	test.each([
		['Sua consulta ficou para segunda às 14h', PORTUGUESE],
		['Posso marcar às 10?', PORTUGUESE],
		['Te espero el martes a las 16hs', SPANISH],
		['Nos vemos al mediodía', SPANISH],
		['Te queda en U$S 120', SPANISH],
		['Te lo dejo en 80 lucas', SPANISH],
		['Son ochenta mil pesos', SPANISH],
		['Cuesta cien dólares', SPANISH],
		['Llena el formulario en forms.gle/AbC123', SPANISH],
		['Mira aquí: rb.gy/x1y2z3', SPANISH],
		['Entra a tienda.dental/cita', SPANISH],
		['Entra a clinica(dot)com', SPANISH],
		['Entra a clinica . com', SPANISH],
		['Entra a clinica。com', SPANISH],
		['Entra a http://192.0.2.7/cita', SPANISH],
		['Hoy tenemos 2x1 en limpiezas', SPANISH],
		['Hoy va a mitad de precio', SPANISH],
		['Te regalamos el blanqueamiento', SPANISH],
		['Deposita a 0x52908400098527886E0F7030069857D2E4169EE7', SPANISH],
		['Te agendo para el primero de diciembre', SPANISH],
		['Te esperamos en la calle Bolívar 1250', SPANISH],
	])('%s', (text, said) => {
		expect(objection(text, said)).toBe('inventedFacts');
	});
});

describe('it was said in other words', () => {
	test.each([
		['¿Te sirve a las 10?', ['c: quiero una cita', 'b: Podemos a las diez']],
		['Son $80.000', ['c: ¿cuánto vale?', 'b: Vale ochenta mil pesos']],
		['¿Nos vemos a las 12?', ['c: quiero una cita', 'b: Te espero al mediodía']],
		['¿Te agendo el miércoles?', ['c: puedo pasado mañana', 'b: Perfecto, ya te confirmo']],
		['¿Te agendo el miércoles?', ['c: puedo en dos días', 'b: Perfecto, ya te confirmo']],
		['Recuerda el 15% de descuento', ['c: ¿hay promo?', 'b: Sí, hay 15% off']],
		['Atendemos hasta las 6 pm', ['c: ¿a qué hora atienden?', 'b: Atendemos de 9 a 18']],
		['¿Te espero a las 16:00?', ['c: quiero una cita', 'b: Puede ser a las 4 de la tarde']],
		[
			'Is Friday good for you?',
			['c: Hi, do you have time on Fri?', 'b: Let me see, we may have something on Fri. morning'],
		],
		['Fica bom às 14:00?', ['c: Oi, queria marcar', 'b: Pode ser às duas da tarde']],
	])('%s', (text, said) => {
		expect(objection(text, said)).toBeUndefined();
	});
});

describe('another thing than was said', () => {
	test.each([
		['¿Te espero a las 4 de la mañana?', ['c: quiero una cita', 'b: Puede ser a las 4 de la tarde']],
		['¿Te agendo el jueves?', ['c: puedo pasado mañana', 'b: Perfecto, ya te confirmo']],
		['Son 120 dólares', ['c: ¿cuánto vale?', 'b: Vale 120 pesos']],
	])('%s', (text, said) => {
		expect(objection(text, said)).toBe('inventedFacts');
	});
});

describe('a model speaks of itself, or leaves a gap', () => {
	test.each([
		'Lo siento, como modelo de lenguaje no puedo escribir mensajes.',
		'Como IA, no puedo confirmar citas.',
		'Aquí está el mensaje: Hola, ¿seguimos con tu cita?',
		'Hola %nombre%, ¿seguimos con tu cita?',
		'Hola (tu nombre), ¿seguimos con tu cita?',
		'Hola, tu cita es el XX, ¿la confirmas?',
		'Hola = $json.name, ¿seguimos?',
		'...',
	])('%s', (text) => {
		expect(objection(text, SPANISH)).toBe('leftovers');
	});

	test.each([
		'Hola, soy el asistente virtual de la clínica, ¿seguimos con tu cita?',
		'¿Tienes la talla XXL en mente? ¿Seguimos con tu cita?',
	])('but not: %s', (text) => {
		expect(objection(text, SPANISH)).toBeUndefined();
	});
});
