import { followUpFlow } from '../follow-up-flow.ts';

/** Information about a service was asked for, and the conversation was left open. */
export const serviceInformation = followUpFlow({
	file: { es: 'informacion-de-servicios', en: 'service-information' },
	name: {
		es: 'Recordar a quien pidió información de un servicio, en el momento que elige la IA',
		en: 'Remind people who asked about a service, at the moment the AI chooses',
	},
	title: { es: 'Información de servicios sin cerrar', en: 'Service information, left open' },
	works: [
		{
			es: 'Un cliente pide información sobre un servicio y la conversación queda sin cerrar. En WhatsApp la IA mira la conversación después de media hora de silencio y elige el mejor momento: si el cliente dijo «mañana lo veo», espera hasta mañana. En Instagram y Messenger se usa el retraso fijo de 5 horas.',
			en: 'A customer asks for information about a service and the conversation is left open. On WhatsApp the AI looks at the conversation after half an hour of silence and chooses the best moment: if the customer said "I will look at it tomorrow", it waits until tomorrow. On Instagram and Messenger the fixed delay of 5 hours is used.',
		},
		{
			es: 'El momento elegido nunca pasa de la ventana de 24 horas ni cae entre las 8 de la noche y las 8 de la mañana. Si el cliente escribe antes, lo pendiente se cancela solo.',
			en: 'The chosen moment is never outside the 24-hour window, and not between 8 pm and 8 am. If the customer writes first, everything pending is cancelled.',
		},
	],
	adapt: {
		es: 'Describe ahí tu negocio (*Voice of the Business*) y ajusta la condición de detención.',
		en: 'Describe your business there (*Voice of the Business*) and adapt the stop condition.',
	},
	customerWrites: {
		es: 'Buenos días, ¿qué incluye el servicio de limpieza?',
		en: 'Good morning, what does the cleaning service include?',
	},
	followUps: [
		{
			name: { es: 'Información de servicios', en: 'Service information' },
			...{ colour: 'pink', timing: 'ai', delay: 5 },
			description: {
				es: 'Recordatorio para clientes que solicitaron información sobre servicios pero dejaron la conversación sin cerrar',
				en: 'Reminder for customers who asked for information about services but left the conversation open',
			},
			instructions: {
				es: 'Retoma el servicio por el que preguntó y ofrece el siguiente paso: una visita o una llamada. Dos frases como máximo.',
				en: 'Take up the service they asked about and offer the next step: a visit or a call. Two sentences at most.',
			},
		},
	],
	stop: {
		es: 'Detener cuando el cliente contrata el servicio, agenda una visita o dice que ya no lo necesita',
		en: 'Stop when the customer books the service, arranges a visit or says they no longer need it',
	},
	settings: {
		voice: {
			es: 'Somos una empresa de limpieza y mantenimiento para hogares y oficinas. Escribimos de tú, de forma clara y breve.',
			en: 'We are a cleaning and maintenance company for homes and offices. We write clearly and briefly.',
		},
	},
});
