import { HOUR, MINUTE, type Scenario } from './scenario.ts';
import { TABLE_MESSAGE } from './table-form.ts';

const ANSWER = { es: 'Claro que sí, con gusto te ayudo', en: 'Of course, I am happy to help' };
/** 24 hours less the safety margin. */
const WINDOW_END = 24 * HOUR - 15 * MINUTE;

/** What the sandbox's model writes about a topic. */
const byModel = (es: string, en: string) => ({
	es: `Hola, ¿seguimos con ${es}? (mensaje de prueba)`,
	en: `Hi, shall we go on with ${en}? (test message)`,
});
const PURCHASE = byModel('tu compra', 'your purchase');
const PRODUCT = byModel('el producto que viste', 'the product you looked at');
const SERVICE = byModel('el servicio que pediste', 'the service you asked about');

const APPOINTMENT = {
	firstMessage: { es: 'Hola, quiero pedir una cita', en: 'Hello, I would like an appointment' },
	answer: { es: 'Tenemos mañana a las 10. ¿Te va bien?', en: 'We have tomorrow at 10. Does that suit you?' },
};
const APPOINTMENT_TEXT = {
	es: 'Hola, ¿seguimos con tu cita? Esta semana tenemos espacio en la mañana de 9:00 a 12:00 y en la tarde de 2:00 a 5:00. ¿Qué día y qué hora te quedan mejor?',
	en: 'Hi, shall we go ahead with your appointment? This week we have times from 9 am to 12 noon and from 2 to 5 pm. Which day and time suit you best?',
};
const BOUGHT = {
	firstMessage: { es: 'Gracias, mi pedido ya quedó hecho', en: 'Thank you, my order is placed' },
	answer: { es: '¡Gracias a ti! Te avisamos cuando salga', en: 'Thank you! We will tell you when it leaves' },
};
const PRODUCT_ASKED = {
	firstMessage: {
		es: 'Hola, ¿tienen el producto en talla M?',
		en: 'Hello, do you have the product in size M?',
	},
	answer: ANSWER,
};
const SERVICES_ASKED = {
	firstMessage: {
		es: 'Hola, ¿me cuentan qué servicios y productos tienen?',
		en: 'Hello, can you tell me which services and products you have?',
	},
	answer: ANSWER,
};
const WHICH_SERVICE = {
	firstMessage: {
		es: 'Hola, ¿qué servicio me recomiendan?',
		en: 'Hello, which service would you recommend?',
	},
	answer: ANSWER,
};

const text = (after: number, firstMessage: { es: string; en: string }) => ({
	after,
	type: 'text' as const,
	text: firstMessage,
});
const template = (after: number, es: string, en: string) => ({
	after,
	type: 'template' as const,
	text: { es, en },
});

/** What each template promises, by its English file name: the stories that show it. */
export const SCENARIOS: Record<string, Scenario[]> = {
	'appointment-reminder': [
		{
			...{ name: 'Silence', channel: 'whatsapp', ...APPOINTMENT },
			...{ expected: [text(4 * HOUR, APPOINTMENT_TEXT)], ends: ['sent'] },
		},
		{
			...{ name: 'Confirmed', channel: 'messenger', ...APPOINTMENT },
			reply: {
				...{ after: HOUR, text: { es: 'Sí, confirmo', en: 'Yes, I confirm' } },
				answer: { es: 'Listo, te esperamos', en: 'Done, see you then' },
			},
			...{ expected: [], ends: ['cancelled_reply', 'stopped_goal'] },
		},
		{
			...{ name: 'Opted out', channel: 'whatsapp', ...APPOINTMENT },
			reply: { after: 2 * HOUR, text: { es: 'stop', en: 'stop' } },
			...{ expected: [], ends: ['cancelled_reply'] },
		},
	],
	'post-sale-follow-up': [
		{
			...{ name: 'A day later', channel: 'whatsapp', ...BOUGHT },
			expected: [
				template(
					24 * HOUR,
					'Tu pedido sigue guardado. Responde a este mensaje para confirmarlo.',
					'Your order is still saved. Reply to this message to confirm it.',
				),
			],
			ends: ['sent'],
		},
		{
			...{ name: 'Moved into the window', channel: 'instagram', ...BOUGHT },
			...{ expected: [text(WINDOW_END, PURCHASE)], ends: ['sent'] },
		},
		{
			...{ name: 'A problem', channel: 'whatsapp', ...BOUGHT },
			firstMessage: {
				es: 'Gracias, pero el pedido llegó roto',
				en: 'Thank you, but the order arrived broken',
			},
			...{ expected: [], ends: ['stopped_problem'] },
		},
	],
	'product-question': [
		{
			...{ name: 'Silence', channel: 'whatsapp', ...PRODUCT_ASKED },
			...{ expected: [text(6 * HOUR, PRODUCT)], ends: ['sent'] },
		},
		{
			...{ name: 'Other topic', channel: 'instagram', answer: ANSWER },
			firstMessage: { es: 'Hola, ¿a qué hora abren hoy?', en: 'Hello, when do you open today?' },
			...{ expected: [], ends: ['not_triggered'] },
		},
		{
			...{ name: 'Never answered', channel: 'messenger', firstMessage: PRODUCT_ASKED.firstMessage },
			...{ expected: [], ends: ['business_silent'] },
		},
	],
	'sale-not-completed': [
		{
			...{ name: 'Twice, the second after the night', channel: 'whatsapp', answer: ANSWER },
			firstMessage: {
				es: 'Hola, quiero comprar los tenis negros. ¿Cómo pago?',
				en: 'Hello, I want to buy the black trainers. How do I pay?',
			},
			expected: [
				text(2 * HOUR, PURCHASE),
				text(23 * HOUR, {
					es: 'Hola, tu pedido sigue guardado hasta hoy. Si quieres terminarlo o cambiar algo, respóndenos por aquí y te ayudamos.',
					en: 'Hi, your order is kept until today. If you would like to finish it or change something, answer here and we will help.',
				}),
			],
			ends: ['sent', 'sent'],
		},
	],
	'service-information': [
		{
			...{ name: 'At the time they named', channel: 'whatsapp', answer: ANSWER },
			firstMessage: {
				es: 'Hola, ¿qué incluye el servicio de limpieza? Lo veo en 3 horas',
				en: 'Hello, what does the cleaning service include? I will read it in 3 hours',
			},
			...{ looksAfter: 30 * MINUTE, expected: [text(3.5 * HOUR, SERVICE)], ends: ['sent'] },
		},
		{
			...{ name: 'Fallback delay', channel: 'messenger', answer: ANSWER },
			firstMessage: { es: 'Hola, ¿qué incluye el servicio?', en: 'Hello, what does the service include?' },
			...{ expected: [text(5 * HOUR, SERVICE)], ends: ['sent'] },
		},
	],
	're-engagement-strategy': [
		{
			...{ name: 'A week of silence', channel: 'whatsapp', ...SERVICES_ASKED },
			expected: [
				text(3 * HOUR, PRODUCT),
				text(8 * HOUR, SERVICE),
				template(
					72 * HOUR,
					'Hola A week of silence, hace unos días nos preguntaste por nuestros servicios. ¿Te ayudamos a decidir?',
					'Hi A week of silence, some days ago you asked about our services. Can we help you decide?',
				),
				template(
					168 * HOUR,
					'No queremos molestarte más. Si un día te interesa de nuevo, escríbenos por aquí.',
					'We will not write again. Whenever you are interested, send us a message here.',
				),
			],
			ends: ['sent', 'sent', 'capped', 'sent', 'sent'],
		},
		{
			...{ name: 'Control group', channel: 'messenger', ...SERVICES_ASKED, heldOut: true },
			...{ expected: [], ends: ['held_out', 'held_out', 'held_out'] },
		},
	],
	'three-platforms': [
		{
			...{ name: 'Next day by template', channel: 'whatsapp', ...WHICH_SERVICE },
			expected: [
				text(5 * HOUR, SERVICE),
				template(
					30 * HOUR,
					'Hola Next day by template, hace unos días nos preguntaste por nuestros servicios. ¿Te ayudamos a decidir?',
					'Hi Next day by template, some days ago you asked about our services. Can we help you decide?',
				),
			],
			ends: ['sent', 'sent'],
		},
		...(['instagram', 'messenger'] as const).map(
			(channel): Scenario => ({
				...{ name: 'Moved into the window', channel, ...WHICH_SERVICE },
				expected: [
					text(5 * HOUR, SERVICE),
					text(WINDOW_END, {
						es: 'Hola, ¿pudiste pensarlo? Si quieres seguir o tienes una pregunta, respóndenos por aquí.',
						en: 'Hi, have you had time to think about it? If you would like to go on or have a question, answer here.',
					}),
				],
				ends: ['sent', 'sent'],
			}),
		),
	],
	'agent-with-follow-ups': [
		{
			...{ name: 'Answered at once, then followed up', channel: 'whatsapp' },
			firstMessage: {
				es: 'Hola, ¿qué incluye el servicio de instalación?',
				en: 'Hello, what does the installation service include?',
			},
			expected: [
				text(0, {
					es: 'Leí tu mensaje: «Hola, ¿qué incluye el servicio de instalación?». Con gusto te ayudamos. (respuesta de prueba)',
					en: 'I read your message: "Hello, what does the installation service include?". We are happy to help. (test answer)',
				}),
				text(5 * HOUR, SERVICE),
			],
			ends: ['sent'],
		},
	],
	'follow-ups-in-a-table': [
		{
			...{ name: 'By the row of the form', channel: 'instagram', ...PRODUCT_ASKED },
			...{ expected: [text(WINDOW_END, TABLE_MESSAGE)], ends: ['sent'] },
		},
	],
	'follow-up-with-wait': [
		{
			...{ name: 'Woken by its own run', channel: 'whatsapp', answer: ANSWER },
			firstMessage: { es: 'Hola, quisiera una cita', en: 'Hello, I would like an appointment' },
			expected: [
				text(4 * HOUR, {
					es: 'Hola, quedamos pendientes de tu respuesta. ¿Te ayudamos con algo más para decidir?',
					en: 'Hi, we are still waiting to hear from you. Is there anything else we can help you with?',
				}),
			],
			ends: ['sent'],
		},
	],
};
