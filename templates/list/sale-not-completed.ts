import { followUpFlow } from '../follow-up-flow.ts';

/** The product left behind, first by AI, then a last time before the window closes. */
export const saleNotCompleted = followUpFlow({
	file: { es: 'venta-sin-completar', en: 'sale-not-completed' },
	name: {
		es: 'Recuperar ventas sin completar con dos recordatorios antes de que cierre la ventana de 24 horas',
		en: 'Win back sales that were not completed with two reminders inside the 24-hour window',
	},
	title: { es: 'Producto abandonado y venta sin completar', en: 'Abandoned product and sale not completed' },
	works: [
		{
			es: 'Un cliente quiere comprar y se detiene antes de pagar. A las 2 horas la IA le escribe sobre lo que dejó pendiente y pregunta si necesita ayuda. Si sigue en silencio, a las 20 horas sale un último recordatorio con el texto fijo de este flujo. Todo ocurre dentro de la ventana de 24 horas, así que no hacen falta plantillas; WhatsApp solo cobra lo que pase de los 1.000 mensajes gratis del mes por número.',
			en: 'A customer wants to buy and stops before paying. After 2 hours the AI writes about what was left behind and asks whether help is needed. If the silence goes on, a last reminder with the fixed text of this workflow goes out after 20 hours. All of it happens inside the 24-hour window, so no templates are needed; WhatsApp charges only for what goes beyond the 1,000 free messages a month of a number.',
		},
		{
			es: 'Si el cliente escribe, compra o dice que no, lo pendiente se cancela. Entre las 9 de la noche y las 8 de la mañana no sale nada.',
			en: 'If the customer writes, buys or declines, what is pending is cancelled. Nothing goes out between 9 pm and 8 am.',
		},
	],
	adapt: {
		es: 'Ajusta ahí mismo los dos seguimientos, las horas de silencio y la condición de detención.',
		en: 'Adapt the two follow-ups, the quiet hours and the stop condition there.',
	},
	customerWrites: {
		es: 'Hola, quiero comprar los tenis negros. ¿Cómo pago?',
		en: 'Hello, I want to buy the black trainers. How do I pay?',
	},
	followUps: [
		{
			name: { es: 'Recordatorio de producto abandonado', en: 'Abandoned product reminder' },
			...{ colour: 'orange', delay: 2 },
			description: {
				es: 'Enviar seguimiento cuando el cliente eligió un producto o llegó al pago pero no completó la compra',
				en: 'Send a follow-up when the customer chose a product or got as far as paying but did not complete the purchase',
			},
			instructions: {
				es: 'Recuérdale lo que dejó pendiente y pregunta qué le faltó para terminar. Sin descuentos. Dos frases como máximo.',
				en: 'Remind them of what they left behind and ask what is missing. No discounts. Two sentences at most.',
			},
		},
		{
			name: { es: 'Última llamada de la venta', en: 'Last call for the sale' },
			...{ colour: 'red', delay: 20 },
			description: {
				es: 'Seguimiento de venta cuando el cliente muestra interés pero no completa la compra y tampoco respondió al primer recordatorio',
				en: 'Sales follow-up when the customer shows interest but does not complete the purchase and did not answer the first reminder either',
			},
			message: {
				es: 'Hola, tu pedido sigue guardado hasta hoy. Si quieres terminarlo o cambiar algo, respóndenos por aquí y te ayudamos.',
				en: 'Hi, your order is kept until today. If you would like to finish it or change something, answer here and we will help.',
			},
		},
	],
	stop: {
		es: 'Detener cuando el cliente completa la compra, dice que ya no la quiere o pide hablar con una persona',
		en: 'Stop when the customer completes the purchase, says they do not want it any more or asks to talk to a person',
	},
});
