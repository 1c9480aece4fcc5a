/** Follow-Up Evaluate in Spanish. */
export const evaluate: Readonly<Record<string, string>> = {
	'Plans follow-ups when a customer writes and decides about them when they come due':
		'Planea seguimientos cuando un cliente escribe y decide sobre ellos cuando les llega la hora',
	'Where the follow-ups are written': 'Dónde están escritos los seguimientos',
	'One after the other, in a form': 'Uno tras otro, en un formulario',
	'As a list, written here or by an expression, e.g. from a data table':
		'Como lista, escrita aquí o con una expresión, p. ej. desde una tabla de datos',
	'People write them on the dashboard; they are kept in the follow-up store':
		'Las personas los escriben en el tablero; se guardan en el almacén de seguimientos',
	'Follow-ups and stop condition are written on the dashboard (template "follow-up-dashboard", same Store). The chatbot is there once this workflow is published. What this node held before is taken over.':
		'Los seguimientos y la condición de detención se escriben en el tablero (plantilla «tablero-de-seguimientos», el mismo Store). El chatbot aparece allí cuando se publica este flujo. Lo que este nodo ya tenía pasa al tablero.',
	'A list of follow-ups with the same fields as in the form, its options beside them; at most 5 may be active. One that cannot be used is left out with its reason, and the others work.':
		'Una lista de seguimientos con los mismos campos del formulario, con las opciones al lado; como máximo 5 pueden estar activos. El que no se puede usar queda fuera con su motivo y los demás funcionan.',
	'Only for WhatsApp templates: the ID of the account that owns them, as the WhatsApp Manager shows it; not the phone number ID. With it and the Meta credential templates are chosen from a list, and a paused one is found out before sending.':
		'Solo para plantillas de WhatsApp: el ID de la cuenta dueña de ellas, como lo muestra el WhatsApp Manager; no es el ID del número de teléfono. Con él y la credencial de Meta, las plantillas se eligen de una lista y una pausada se descubre antes de enviar.',
	'What to send, when, and in which situation. At most 5 may be active.':
		'Qué enviar, cuándo y en qué situación. Como máximo 5 pueden estar activos.',
	'An approved template for when the 24-hour window is closed; necessary for delays of more than 24 hours. WhatsApp charges for templates. Marketing templates are not sent to customers who stopped marketing messages, nor to US numbers.':
		'Una plantilla aprobada para cuando la ventana de 24 horas está cerrada; necesaria para retrasos de más de 24 horas. WhatsApp cobra las plantillas. Las de marketing no se envían a clientes que detuvieron el marketing ni a números de Estados Unidos.',
	'Texts for the variables of the template: those in its text in their order, then what its header and buttons need':
		'Textos para las variables de la plantilla: primero las de su texto, en orden; después lo que necesitan el encabezado y los botones',
	'Empty for numbered variables. For a header header.image, header.video, header.document, header.location or header.1; for the first button button.0.':
		'Vacío para variables numeradas. Para un encabezado: header.image, header.video, header.document, header.location o header.1; para el primer botón: button.0.',
	'When all pending follow-ups of a conversation should stop, in plain language':
		'Cuándo deben detenerse todos los seguimientos pendientes de una conversación, en lenguaje natural',
	'Who decides whether a due follow-up fits the conversation':
		'Quién decide si un seguimiento vencido encaja en la conversación',
	'Any chat model of n8n, connected to this node': 'Cualquier modelo de chat de n8n, conectado a este nodo',
	'A model reads the conversation and decides: OpenAI, OpenRouter, Groq, Ollama and others':
		'Un modelo lee la conversación y decide: OpenAI, OpenRouter, Groq, Ollama y otros',
	'No model: whatever comes due is sent with its fixed text or template':
		'Sin modelo: todo lo que vence se envía con su texto fijo o su plantilla',
	'The model that reads the conversation': 'El modelo que lee la conversación',
	'How freely the model chooses its words. Left out unless added, because some models refuse it.':
		'Con cuánta libertad elige sus palabras el modelo. No se envía si no se agrega, porque algunos modelos no lo aceptan.',
	'How long to wait for an answer. After it the follow-up waits and the model is asked again later.':
		'Cuánto se espera una respuesta. Después el seguimiento espera y se le pregunta al modelo más tarde.',
	'Times of day, in the time zone of the settings, at which nothing is sent; it waits for their end':
		'Horas del día, en la zona horaria de los ajustes, en las que no se envía nada; se espera a que terminen',
	'The days on which the period begins': 'Los días en que empieza el período',
	'When not later than From, the period lasts until that time on the next day':
		'Si no es posterior a From, el período dura hasta esa hora del día siguiente',
};
