import { followUpFlow } from '../follow-up-flow.ts';

/** The first worked example: somebody asks for an appointment and does not confirm it. */
export const appointmentReminder = followUpFlow({
	file: { es: 'recordatorio-de-cita', en: 'appointment-reminder' },
	name: {
		es: 'Recordar una cita pendiente a quien dejó de responder en WhatsApp, Instagram y Messenger',
		en: 'Remind people of an appointment they asked for on WhatsApp, Instagram and Messenger',
	},
	title: { es: 'Recordatorio de cita pendiente', en: 'Appointment reminder' },
	works: [
		{
			es: 'Un cliente pregunta por una cita, recibe respuesta y deja de escribir. **Planear y decidir** anota el recordatorio cuando llega su mensaje, sin consultar a la IA. Si el cliente sigue en silencio 4 horas después, la IA lee la conversación y decide: enviar, esperar o detener. Si el cliente escribe antes, lo pendiente se cancela solo.',
			en: 'A customer asks for an appointment, gets an answer and goes silent. **Plan and decide** notes the reminder when the message arrives, without asking the AI. If the customer is still silent 4 hours later, the AI reads the conversation and decides: send, wait or stop. If the customer writes first, everything pending is cancelled.',
		},
		{
			es: 'Dentro de la ventana de 24 horas sale el mensaje escrito aquí. Después solo puede salir la plantilla aprobada de WhatsApp, que tiene costo.',
			en: 'Inside the 24-hour window the message written here goes out. After that only the approved WhatsApp template may go, and WhatsApp charges for it.',
		},
	],
	adapt: {
		es: 'Ajusta ahí mismo el mensaje, la plantilla y la condición de detención.',
		en: 'Adapt the message, the template and the stop condition there.',
	},
	customerWrites: {
		es: 'Hola, quisiera agendar una cita para esta semana',
		en: 'Hello, I would like to book an appointment this week',
	},
	followUps: [
		{
			name: { es: 'Recordatorio de cita pendiente - 4 horas', en: 'Appointment reminder - 4 hours' },
			...{ colour: 'blue', delay: 4 },
			description: {
				es: 'Enviar seguimiento cuando un cliente muestra interés en agendar una cita pero no confirma la fecha y hora',
				en: 'Send a follow-up when a customer shows interest in booking an appointment but does not confirm date and time',
			},
			message: {
				es: 'Hola, ¿seguimos con tu cita? Esta semana tenemos espacio en la mañana de 9:00 a 12:00 y en la tarde de 2:00 a 5:00. ¿Qué día y qué hora te quedan mejor?',
				en: 'Hi, shall we go ahead with your appointment? This week we have times from 9 am to 12 noon and from 2 to 5 pm. Which day and time suit you best?',
			},
			template: { es: 'recordatorio_cita:es', en: 'appointment_reminder:en_US' },
			variables: [
				{
					es: "={{ $json.conversation.contact.name || 'cliente' }}",
					en: "={{ $json.conversation.contact.name || 'there' }}",
				},
			],
		},
	],
	stop: {
		es: 'Detener cuando el cliente confirma la cita, cancela la solicitud o indica que ya no está interesado',
		en: 'Stop when the customer confirms the appointment, cancels the request or says they are no longer interested',
	},
});
