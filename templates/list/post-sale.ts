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
	],
	adapt: {
		es: 'Elige ahí mismo tu plantilla aprobada y ajusta la condición de detención.',
		en: 'Choose your approved template there and adapt the stop condition.',
	},
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
