import { followUpFlow } from '../follow-up-flow.ts';

/** A product was asked about, and the answer got none. */
export const productQuestion = followUpFlow({
	file: { es: 'pregunta-de-producto', en: 'product-question' },
	name: {
		es: 'Retomar la conversación con quien preguntó por un producto y no respondió en 6 horas',
		en: 'Write again to people who asked about a product and did not answer within 6 hours',
	},
	title: { es: 'Pregunta por un producto sin respuesta', en: 'Product question without an answer' },
	works: [
		{
			es: 'Un cliente pregunta por un producto, recibe la respuesta y no vuelve a escribir. Después de 6 horas la IA lee la conversación y, si la pregunta sigue abierta, escribe un mensaje sobre ese producto, en el tono de la conversación. Si el cliente escribe antes, lo pendiente se cancela solo.',
			en: 'A customer asks about a product, gets the answer and does not write again. After 6 hours the AI reads the conversation and, if the question is still open, writes a message about that product, in the tone of the conversation. If the customer writes first, everything pending is cancelled.',
		},
		{
			es: 'El texto no inventa precios, descuentos ni enlaces: lo que no esté en la conversación ni en este flujo no sale. A quien todavía espera tu respuesta no se le escribe.',
			en: 'The text makes up no prices, discounts or links: what stands neither in the conversation nor in this workflow does not go out. Nobody who is still waiting for your answer is written to.',
		},
	],
	adapt: {
		es: 'Cuenta ahí quién eres y qué vendes (*Voice of the Business*), y ajusta la condición de detención.',
		en: 'Say there who you are and what you sell (*Voice of the Business*), and adapt the stop condition.',
	},
	customerWrites: {
		es: 'Hola, ¿tienen el producto en talla M?',
		en: 'Hello, do you have the product in size M?',
	},
	followUps: [
		{
			name: { es: 'Seguimiento de consulta - 6 horas', en: 'Product question - 6 hours' },
			...{ colour: 'purple', delay: 6 },
			description: {
				es: 'Enviar seguimiento cuando un cliente pregunta por un producto pero no responde en 6 horas',
				en: 'Send a follow-up when a customer asks about a product but does not answer within 6 hours',
			},
			instructions: {
				es: 'Nombra el producto por el que preguntó, ofrece resolver dudas y termina con una sola pregunta. Dos frases como máximo.',
				en: 'Name the product they asked about, offer to answer questions and end with a single question. Two sentences at most.',
			},
		},
	],
	stop: {
		es: 'Detener cuando el cliente compra, dice que lo va a pensar por su cuenta o indica que ya no le interesa el producto',
		en: 'Stop when the customer buys, says they will think about it on their own or is no longer interested in the product',
	},
	settings: {
		voice: {
			es: 'Somos una tienda de ropa. Escribimos de tú, con amabilidad y sin insistir.',
			en: 'We are a clothes shop. We write in a friendly way and do not push.',
		},
	},
});
