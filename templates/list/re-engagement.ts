import { followUpFlow } from '../follow-up-flow.ts';

const NAME = {
	es: "={{ $json.conversation.contact.name || 'cliente' }}",
	en: "={{ $json.conversation.contact.name || 'there' }}",
};

/** A whole strategy: five follow-ups of different moments, and the limits that keep it pleasant. */
export const reEngagement = followUpFlow({
	file: { es: 'estrategia-de-reenganche', en: 're-engagement-strategy' },
	name: {
		es: 'Re-enganchar conversaciones con cinco seguimientos, horas de silencio, topes y grupo de control',
		en: 'Re-engage conversations with five follow-ups, quiet hours, caps and a control group',
	},
	title: { es: 'Estrategia de re-enganche', en: 'Re-engagement strategy' },
	works: [
		{
			es: 'Cinco seguimientos, cada uno de un color y para un momento: a las 3 horas (azul), a las 8 horas (verde), antes de que cierre la ventana (naranja) y, solo en WhatsApp y con plantilla, a los 3 días (morado) y a los 7 días (gris). La IA decide cuál encaja con cada conversación.',
			en: 'Five follow-ups, each with a colour and a moment of its own: after 3 hours (blue), after 8 hours (green), before the window closes (orange) and, only on WhatsApp and by template, after 3 days (purple) and after 7 days (grey). The AI decides which one fits a conversation.',
		},
		{
			es: 'Para no cansar a nadie: nada entre las 9 de la noche y las 8 de la mañana ni los domingos, un máximo de 2 seguimientos por cliente al día y al menos 4 horas entre uno y otro. Un 10 % de las conversaciones no recibe ninguno, para medir cuánto ayudan.',
			en: 'So that nobody gets tired of it: nothing between 9 pm and 8 am nor on Sundays, at most 2 follow-ups per customer and day, and at least 4 hours between two of them. 10% of the conversations get none, so that the effect can be measured.',
		},
	],
	adapt: {
		es: 'Ajusta ahí los textos, elige tus plantillas aprobadas y cambia los topes en *Settings*.',
		en: 'Adapt the texts there, choose your approved templates and change the limits under *Settings*.',
	},
	customerWrites: {
		es: 'Hola, ¿me cuentan qué servicios y productos tienen?',
		en: 'Hello, can you tell me which services and products you have?',
	},
	followUps: [
		{
			name: { es: 'Pregunta rápida - 3 horas', en: 'Quick question - 3 hours' },
			...{ colour: 'blue', delay: 3 },
			description: {
				es: 'Enviar seguimiento cuando el cliente preguntó por un producto, recibió respuesta y no volvió a escribir',
				en: 'Send a follow-up when the customer asked about a product, got an answer and did not write again',
			},
			instructions: {
				es: 'Una sola pregunta corta sobre lo que el cliente buscaba.',
				en: 'A single short question about what the customer was looking for.',
			},
		},
		{
			name: { es: 'Resolver dudas - 8 horas', en: 'Open doubts - 8 hours' },
			...{ colour: 'green', delay: 8 },
			description: {
				es: 'Enviar seguimiento cuando el cliente mostró una duda sobre un servicio o su precio que quedó sin resolver',
				en: 'Send a follow-up when the customer had a doubt about a service or its price that was left unanswered',
			},
			instructions: {
				es: 'Retoma la duda con lo que ya se dijo en la conversación y ofrece ayuda. Tres frases como máximo.',
				en: 'Take up the doubt with what was said in the conversation and offer help. Three sentences at most.',
			},
		},
		{
			name: { es: 'Antes del cierre de la ventana', en: 'Before the window closes' },
			...{ colour: 'orange', delay: 23 },
			description: {
				es: 'Enviar seguimiento cuando la conversación quedó abierta y es el último día para responder sin plantilla',
				en: 'Send a follow-up when the conversation was left open and it is the last day to write without a template',
			},
			message: {
				es: 'Hola, no queremos dejar tu consulta sin cerrar. Si aún te interesa, respóndenos por aquí y seguimos; si no, no hay problema.',
				en: 'Hi, we would not like to leave your question open. If you are still interested, answer here and we go on; if not, that is fine.',
			},
		},
		{
			name: { es: 'Retomar a los 3 días', en: 'Take up after 3 days' },
			...{ colour: 'purple', platforms: ['whatsapp'], delay: 3, delayUnit: 'days' },
			description: {
				es: 'Enviar seguimiento cuando el cliente mostró interés y lleva 3 días sin responder',
				en: 'Send a follow-up when the customer showed interest and has not answered for 3 days',
			},
			template: { es: 'retomar_conversacion:es:marketing', en: 'continue_conversation:en_US:marketing' },
			variables: [NAME],
		},
		{
			name: { es: 'Despedida a los 7 días', en: 'Farewell after 7 days' },
			...{ colour: 'grey', platforms: ['whatsapp'], delay: 7, delayUnit: 'days' },
			description: {
				es: 'Último mensaje para quien mostró interés, no respondió a nada y tampoco dijo que no',
				en: 'Last message to people who showed interest, answered nothing and did not decline either',
			},
			template: { es: 'despedida_amable:es:marketing', en: 'kind_farewell:en_US:marketing' },
		},
	],
	stop: {
		es: 'Detener cuando el cliente compra o agenda, dice que no le interesa, pide que no le escriban o habla con una persona del equipo',
		en: 'Stop when the customer buys or books, says they are not interested, asks not to be written to or talks to a person of the team',
	},
	settings: {
		quietHours: {
			values: [
				{ from: '21:00', to: '08:00' },
				{ days: ['sunday'], from: '08:00', to: '21:00' },
			],
		},
		...{ maxPerCustomer: 2, maxPerCustomerDays: 1, minimumGapMinutes: 240, holdOutPercent: 10 },
		// The fifth takes leave, and then there is no other.
		maxUnanswered: 5,
	},
});
