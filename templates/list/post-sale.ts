import { setNode } from '../builtin-nodes.ts';
import { followUpFlow } from '../follow-up-flow.ts';

/** The second worked example: a day after a purchase. */
export const postSale = followUpFlow({
	file: { es: 'seguimiento-post-venta', en: 'post-sale-follow-up' },
	name: {
		es: 'Preguntar a los clientes un día después de su compra si todo salió bien',
		en: 'Ask customers a day after their purchase whether everything went well',
	},
	title: { es: 'Seguimiento post-venta', en: 'Post-sale follow-up' },
	works: [
		{
			es: 'Un cliente compra y la conversación queda en silencio. 24 horas después de su último mensaje la IA lee la conversación: si hubo compra y nada quedó abierto, pregunta si el cliente está satisfecho. Si el cliente escribe antes, lo pendiente se cancela solo.',
			en: 'A customer buys and the conversation falls silent. 24 hours after their last message the AI reads the conversation: if there was a purchase and nothing is open, it asks whether the customer is satisfied. If the customer writes first, everything pending is cancelled.',
		},
		{
			es: 'A las 24 horas la ventana ya está cerrada. En WhatsApp sale la plantilla **Confirmación de compra**, que tiene costo. En Instagram y Messenger no hay plantillas: el seguimiento se adelanta a las 23 horas y 45 minutos, con un texto de la IA.',
			en: 'After 24 hours the window is closed. On WhatsApp the template **Purchase confirmation** goes out, and WhatsApp charges for it. Instagram and Messenger have no such templates: there the follow-up moves to 23 hours and 45 minutes, with a text written by the AI.',
		},
		{
			es: 'Si el cliente reporta un problema o pide una persona, no sale ningún mensaje: el caso pasa a soporte y los seguimientos quedan en pausa una semana.',
			en: 'If the customer reports a problem or asks for a person, no message goes out: the case goes to support, and follow-ups pause for a week.',
		},
	],
	adapt: {
		es: 'Elige ahí mismo tu plantilla aprobada y ajusta la condición de detención. Conecta **Caso para soporte** con tu canal: Slack, correo o tu CRM.',
		en: 'Choose your approved template there and adapt the stop condition. Connect **Case for support** to your channel: Slack, e-mail or your CRM.',
	},
	handOver: (at) =>
		setNode('support', { es: 'Caso para soporte', en: 'Case for support' }, at, [
			[
				{ es: 'asunto', en: 'subject' },
				{
					es: "={{ ($json.decision.stopKind === 'problem' ? 'Reporta un problema: ' : 'Quiere hablar con una persona: ') + ($json.conversation.contact.name ?? $json.conversation.contact.id) }}",
					en: "={{ ($json.decision.stopKind === 'problem' ? 'Reports a problem: ' : 'Wants to talk to a person: ') + ($json.conversation.contact.name ?? $json.conversation.contact.id) }}",
				},
			],
			[{ es: 'texto', en: 'text' }, '={{ $json.decision.reason }}'],
			[{ es: 'conversación', en: 'conversation' }, '={{ $json.conversation.key }}'],
		]),
	customerWrites: {
		es: 'Gracias, mi pedido ya quedó hecho',
		en: 'Thank you, my order is placed',
	},
	followUps: [
		{
			name: { es: 'Seguimiento post-venta', en: 'Post-sale follow-up' },
			...{ colour: 'green', delay: 24 },
			description: {
				es: 'Seguimiento después de una compra para asegurar satisfacción del cliente',
				en: 'Follow-up after a purchase to make sure that the customer is satisfied',
			},
			instructions: {
				es: 'Agradece la compra y pregunta si todo llegó bien. Dos frases como máximo, sin ofrecer nada más.',
				en: 'Thank for the purchase and ask whether everything is fine. Two sentences at most, and no further offer.',
			},
			template: { es: 'confirmacion_de_compra:es:utility', en: 'purchase_confirmation:en_US:utility' },
		},
	],
	stop: {
		es: 'Detener cuando el cliente confirma satisfacción, reporta un problema (para escalar a soporte) o agradece el seguimiento',
		en: 'Stop when the customer confirms that they are satisfied, reports a problem (for support to take over) or thanks for the follow-up',
	},
});
