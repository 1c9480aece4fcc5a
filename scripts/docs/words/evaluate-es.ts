/** Follow-Up Evaluate in Spanish. */
export const evaluate: Readonly<Record<string, string>> = {
	'Plans follow-ups when a customer writes and decides about them when they come due':
		'Planea seguimientos cuando un cliente escribe y decide sobre ellos cuando les llega la hora',
	'Where the follow-ups are written': 'Dónde están escritos los seguimientos',
	'One after the other, in a form': 'Uno tras otro, en un formulario',
	'As a list, written here or by an expression, e.g. from a data table':
		'Como lista, escrita aquí o con una expresión, p. ej. desde una tabla de datos',
	'A list of follow-ups with the same fields as in the form; at most 5 may be active. Checked before anything is planned.':
		'Una lista de seguimientos con los mismos campos del formulario; como máximo 5 pueden estar activos. Se revisa antes de planear nada.',
	'Only for WhatsApp templates: the ID of the account that owns them, as the WhatsApp Manager shows it; not the phone number ID. With it and the Meta credential templates are chosen from a list, and a paused one is found out before sending.':
		'Solo para plantillas de WhatsApp: el ID de la cuenta dueña de ellas, como lo muestra el WhatsApp Manager; no es el ID del número de teléfono. Con él y la credencial de Meta, las plantillas se eligen de una lista y una pausada se descubre antes de enviar.',
	'What to send, when, and in which situation. At most 5 may be active.':
		'Qué enviar, cuándo y en qué situación. Como máximo 5 pueden estar activos.',
	'A name by which you know this follow-up; at most 100 characters, and each one different':
		'Un nombre para reconocer este seguimiento; máximo 100 caracteres y distinto de los demás',
	'A label for grouping and filtering': 'Una etiqueta para agrupar y filtrar',
	'Whether this follow-up is used. Switching it off also ends what is already scheduled.':
		'Si este seguimiento se usa. Al desactivarlo también termina lo que ya está programado.',
	'Where this follow-up may be sent': 'Dónde se puede enviar este seguimiento',
	'When to send it after the customer went silent':
		'Cuándo enviarlo después de que el cliente deja de escribir',
	'A set time after the customer went silent': 'Un tiempo fijo después de que el cliente deja de escribir',
	'The AI chooses the moment. Works on WhatsApp; elsewhere the delay below is used.':
		'La IA elige el momento. Funciona en WhatsApp; en los demás se usa el retraso de abajo.',
	"How long after the customer's last message. On Instagram and Messenger, and on WhatsApp without a template, more than 24 hours is moved to the end of the 24-hour window.":
		'Cuánto tiempo después del último mensaje del cliente. En Instagram y Messenger, y en WhatsApp sin plantilla, más de 24 horas se mueve al final de la ventana de 24 horas.',
	'When the silence began that the delay counts from': 'Desde cuándo se cuenta el silencio',
	'A message of the business makes the silence begin anew':
		'Un mensaje del negocio hace que el silencio empiece de nuevo',
	'Tells the AI when and why to send this follow-up: the situation, the condition, and what it should achieve':
		'Le dice a la IA cuándo y por qué enviar este seguimiento: la situación, la condición y lo que debe lograr',
	'What to write inside the 24-hour window': 'Qué escribir dentro de la ventana de 24 horas',
	'Fitted to each conversation': 'Adaptado a cada conversación',
	'The same text for everybody': 'El mismo texto para todos',
	'The text to send. May hold expressions, which are filled in when the follow-up comes due.':
		'El texto que se envía. Puede llevar expresiones, que se completan cuando el seguimiento vence.',
	'Sent instead when the AI fails and Fixed Text When AI Fails is on in the settings; nothing is sent if it is empty':
		'Se envía en su lugar cuando la IA falla y Fixed Text When AI Fails está activado en los ajustes; si está vacío no se envía nada',
	'Tone and content of the message': 'Tono y contenido del mensaje',
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
	'How many follow-ups may be active at once': 'Cuántos seguimientos pueden estar activos a la vez',
	'Whether a reaction such as 👍, ✅, ❤ or 🙏 to a message of the business ends what is pending for that silence':
		'Si una reacción como 👍, ✅, ❤ o 🙏 a un mensaje del negocio termina lo que está pendiente de ese silencio',
	'Whether to decide about everything and send nothing: what would have been sent comes out of Ended with the reason dry_run':
		'Si se decide sobre todo pero no se envía nada: lo que se habría enviado sale por Ended con el motivo dry_run',
	'Messages that count as asking for no more messages, besides the usual ones in Spanish, Portuguese, English, French, Italian and German; separated by commas':
		'Mensajes que cuentan como pedir que no le escriban más, además de los usuales en español, portugués, inglés, francés, italiano y alemán; separados con comas',
	'Whether to send the fixed text of a follow-up when the AI cannot be reached or gives no usable answer':
		'Si se envía el texto fijo de un seguimiento cuando la IA no responde o no da una respuesta útil',
	'Whether to hold back a text of the AI that names a price, offer, date, link or phone number which neither the conversation nor these settings hold':
		'Si se retiene un texto de la IA que menciona un precio, una oferta, una fecha, un enlace o un teléfono que no está ni en la conversación ni en estos ajustes',
	'This share of the conversations gets no follow-ups, always the same ones, so that the effect can be measured against them':
		'Esta parte de las conversaciones no recibe seguimientos, siempre las mismas, para medir el efecto comparando con ellas',
	'Minutes of silence after which the AI first looks at a conversation to choose the moment':
		'Minutos de silencio después de los cuales la IA mira por primera vez una conversación para elegir el momento',
	'Whether to try them all the same: Meta has delivered none to numbers of the United States outside the 24-hour window since April 2025':
		'Si se intentan de todos modos: desde abril de 2025 Meta no entrega ninguna a números de Estados Unidos fuera de la ventana de 24 horas',
	'How many follow-ups one customer gets in the period at most, over all follow-ups; 0 for no limit':
		'Cuántos seguimientos recibe como máximo un cliente en el período, sumando todos los seguimientos; 0 para no poner límite',
	'The period that Maximum per Customer looks back on':
		'El período que Maximum per Customer mira hacia atrás',
	'Least time between two follow-ups that the customer has not answered':
		'Tiempo mínimo entre dos seguimientos que el cliente no ha respondido',
	'Whether to hold a follow-up back until somebody on the business side has answered the customer':
		'Si un seguimiento se retiene hasta que alguien del negocio le haya respondido al cliente',
	'Times of day, in the time zone of the settings, at which nothing is sent; it waits for their end':
		'Horas del día, en la zona horaria de los ajustes, en las que no se envía nada; se espera a que terminen',
	'The days on which the period begins': 'Los días en que empieza el período',
	'When not later than From, the period lasts until that time on the next day':
		'Si no es posterior a From, el período dura hasta esa hora del día siguiente',
	'What to do when the 24-hour window closes before the quiet hours end':
		'Qué hacer cuando la ventana de 24 horas se cierra antes de que terminen las horas de silencio',
	'The follow-up goes earlier than its delay says': 'El seguimiento sale antes de lo que dice su retraso',
	'WhatsApp only, for follow-ups with a template; others are not sent':
		'Solo en WhatsApp, para seguimientos con plantilla; los demás no se envían',
	'The follow-up ends with its reason': 'El seguimiento termina con su motivo',
	'How long follow-ups wait after a person on the business side has written by hand; 0 for not at all':
		'Cuánto esperan los seguimientos después de que una persona del negocio escribió a mano; 0 para no esperar',
	'How long before the end of the 24-hour window a message goes at the latest':
		'Con cuánta anticipación al final de la ventana de 24 horas sale un mensaje a más tardar',
	"The customers' time zone, for quiet hours and for the times the AI reads and chooses. Default: the time zone of the workflow.":
		'La zona horaria de los clientes, para las horas de silencio y para las horas que la IA lee y elige. Por defecto: la zona horaria del flujo.',
	'Who the AI writes as, and in which tone': 'En nombre de quién escribe la IA y en qué tono',
};
