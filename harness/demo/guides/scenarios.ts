import type { Language } from '../options.ts';

/** What can be said in a conversation that a template is made for. */
export interface Scenario {
	customer: string;
	business: string;
	/** What the customer says when the goal is reached: the stop condition is met by it. */
	yes: string;
	/** What the business says to that. */
	closing: string;
}

const EN = { yes: 'Yes, I confirm. Thank you!', closing: 'Wonderful, it is booked. See you!' };
const ES = { yes: 'Sí, confirmo. ¡Gracias!', closing: 'Listo, queda agendado. ¡Te esperamos!' };

/** By the name of the template. */
const SCENARIOS: Record<string, Scenario> = {
	'recordatorio-de-cita': {
		...ES,
		customer: 'Hola, quiero pedir una cita para esta semana',
		business: 'Tenemos mañana a las 10. ¿Te va bien?',
	},
	'appointment-reminder': {
		...EN,
		customer: 'Hello, I would like an appointment this week',
		business: 'We have tomorrow at 10. Does that suit you?',
	},
	'seguimiento-post-venta': {
		...ES,
		customer: 'Hola, ya hice el pago de mi compra',
		business: '¡Gracias! Recibimos tu pago y tu compra sale mañana.',
		yes: 'Llegó todo bien, de acuerdo con lo que pedí. ¡Gracias!',
		closing: '¡Qué bueno! Aquí estamos para lo que necesites.',
	},
	'post-sale-follow-up': {
		...EN,
		customer: 'Hi, I have paid for my purchase',
		business: 'Thank you! We have your payment and your purchase leaves tomorrow.',
		yes: 'Everything arrived, all confirmed. Thank you!',
		closing: 'Great! We are here if you need anything.',
	},
	'pregunta-de-producto': {
		...ES,
		customer: 'Hola, ¿este producto viene en color negro?',
		business: 'Sí, el producto está en negro y en gris. ¿Cuál prefieres?',
		yes: 'Ya compré el negro en la página. ¡Gracias!',
		closing: '¡Que lo disfrutes!',
	},
	'product-question': {
		...EN,
		customer: 'Hi, does this product come in black?',
		business: 'Yes, the product comes in black and grey. Which do you prefer?',
		yes: 'I already bought the black one online. Thank you!',
		closing: 'Enjoy it!',
	},
	'venta-sin-completar': {
		...ES,
		customer: 'Hola, quiero comprar el producto, ¿cómo pago?',
		business: 'Con gusto. Te comparto el enlace de pago para completar la compra.',
		yes: 'Listo, ya pagué. ¡Gracias!',
		closing: '¡Gracias! Tu pedido sale mañana.',
	},
	'sale-not-completed': {
		...EN,
		customer: 'Hi, I want to buy the product. How do I pay?',
		business: 'Gladly. Here is the payment link to complete your purchase.',
		yes: 'I already paid. Thank you!',
		closing: 'Thank you! Your order leaves tomorrow.',
	},
	'informacion-de-servicios': {
		...ES,
		customer: 'Hola, quisiera información de sus servicios y precios',
		business: 'Claro, el servicio básico cuesta 80.000 al mes. ¿Para cuántas personas sería?',
		yes: 'De acuerdo, lo contrato. ¡Gracias!',
		closing: 'Perfecto, te enviamos el contrato hoy.',
	},
	'service-information': {
		...EN,
		customer: 'Hi, I would like information about your services and prices',
		business: 'Of course, the basic service is 80 a month. How many people would it be for?',
		yes: 'Agreed, I will take it. Thank you!',
		closing: 'Perfect, we send you the contract today.',
	},
	'tres-plataformas': {
		...ES,
		customer: 'Hola, quisiera saber más del servicio de limpieza',
		business: 'Claro. ¿Para qué día lo necesitas?',
		yes: 'De acuerdo, lo contrato. ¡Gracias!',
		closing: 'Perfecto, te enviamos el contrato hoy.',
	},
	'three-platforms': {
		...EN,
		customer: 'Hi, I would like to know more about the cleaning service',
		business: 'Of course. Which day do you need it?',
		yes: 'Agreed, I will take it. Thank you!',
		closing: 'Perfect, we send you the contract today.',
	},
	'agente-con-seguimientos': {
		...ES,
		customer: 'Hola, ¿tienen cita mañana para el servicio de mantenimiento?',
		business: 'Sí, tenemos mañana a las 10. ¿Te va bien?',
	},
	'agent-with-follow-ups': {
		...EN,
		customer: 'Hi, do you have an appointment tomorrow for the maintenance service?',
		business: 'Yes, we have tomorrow at 10. Does that suit you?',
	},
};

const ANY: Record<Language, Scenario> = {
	es: {
		...ES,
		customer: 'Hola, me interesa un producto y quisiera agendar una cita',
		business: 'Con gusto. Tenemos espacio mañana a las 10. ¿Te va bien?',
	},
	en: {
		...EN,
		customer: 'Hi, I am interested in a product and would like an appointment',
		business: 'Gladly. We have time tomorrow at 10. Does that suit you?',
	},
};

/** What to say in the demo of a template; something that fits most where nothing is written for it. */
export function scenarioFor(template: string, lang: Language): Scenario {
	return SCENARIOS[template] ?? ANY[lang];
}
