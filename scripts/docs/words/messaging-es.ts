/** Meta Messaging in Spanish. */
export const messaging: Readonly<Record<string, string>> = {
	'Sends follow-ups, texts, media, buttons and templates on WhatsApp, Instagram and Messenger, and manages WhatsApp templates':
		'Envía seguimientos, textos, archivos, botones y plantillas por WhatsApp, Instagram y Messenger, y administra las plantillas de WhatsApp',
	'Download a voice note, picture or other file that a customer sent':
		'Descarga una nota de voz, una imagen u otro archivo que envió un cliente',
	'Write down what a customer said in a voice note': 'Pasa a texto lo que un cliente dijo en una nota de voz',
	'ID of a file on WhatsApp, its address on Instagram and Messenger, as the trigger gave it out. Meta keeps a file for a few days.':
		'El ID de un archivo en WhatsApp, su dirección en Instagram y Messenger, como lo dio el disparador. Meta guarda un archivo unos días.',
	'The name of the output binary field to put the file in':
		'El nombre del campo binario de salida en que se pone el archivo',
	'Model of the OpenAI-compatible server that writes down what is said':
		'El modelo del servidor compatible con OpenAI que pasa a texto lo dicho',
	'Show the customer that their message was read, and that somebody is writing':
		'Muestra al cliente que su mensaje se leyó y que alguien está escribiendo',
	'Send a text with answers to tap': 'Envía un texto con respuestas para tocar',
	'Send what Follow-Up Evaluate decided, after a last check of every rule':
		'Envía lo que decidió Follow-Up Evaluate, después de revisar por última vez todas las reglas',
	'Send a picture, a video, an audio file or a document':
		'Envía una imagen, un video, un audio o un documento',
	'Send an approved WhatsApp template, also when the messaging window is closed':
		'Envía una plantilla aprobada de WhatsApp, también cuando la ventana de mensajes está cerrada',
	'Send a text while the messaging window is open':
		'Envía un texto mientras la ventana de mensajes está abierta',
	'Only for an Instagram account that is linked to a Page: messages then go through the Page':
		'Solo para una cuenta de Instagram vinculada a una página: los mensajes salen entonces por la página',
	'What Meta lets the account send: 80 on WhatsApp, 20 for a number that is also used in the WhatsApp Business app. All runs together keep to it.':
		'Lo que Meta deja enviar a la cuenta: 80 en WhatsApp, 20 para un número que también se usa en la aplicación WhatsApp Business. Todas las ejecuciones juntas lo respetan.',
	'What the account may spend in a calendar month, in the currency of the rate table. Messages that would go beyond are not sent, and neither are those whose cost is not known.':
		'Lo que la cuenta puede gastar en un mes calendario, en la moneda de la tabla de tarifas. No se envían los mensajes que se pasarían ni aquellos cuyo costo no se conoce.',
	'Your own rates instead of the few that come with this package':
		'Tus propias tarifas en lugar de las pocas que trae este paquete',
	'WhatsApp takes 4,096 characters, Messenger 2,000 characters, Instagram 1,000 bytes':
		'WhatsApp acepta 4.096 caracteres, Messenger 2.000 caracteres, Instagram 1.000 bytes',
	'Shorten the text to what the platform takes': 'Acorta el texto a lo que acepta la plataforma',
	'Stop and say how long it may be': 'Se detiene y dice cuánto puede medir',
	'Whether to write to a customer who asked for no more messages. Only for what the customer has asked for since.':
		'Si se le escribe a un cliente que pidió no recibir más mensajes. Solo para lo que el cliente haya pedido después.',
	'Whether to send without knowing if the 24-hour messaging window is open. For customers whose messages do not come in through Meta Messaging Trigger.':
		'Si se envía sin saber si la ventana de 24 horas está abierta. Para clientes cuyos mensajes no entran por Meta Messaging Trigger.',
	'A file in the item; it is uploaded. WhatsApp only.':
		'Un archivo del ítem; se sube a Meta. Solo en WhatsApp.',
	'A public web address that Meta can open': 'Una dirección web pública que Meta pueda abrir',
	'The name of the input binary field with the file to send':
		'El nombre del campo binario de entrada con el archivo que se envía',
	'Text below the file, at most 1,024 characters; WhatsApp only, and not with audio':
		'Texto debajo del archivo, máximo 1.024 caracteres; solo en WhatsApp y no con audio',
	'What the customer sees as the name of a document; WhatsApp only':
		'Lo que el cliente ve como nombre de un documento; solo en WhatsApp',
	'At most 3 on WhatsApp, 13 on Messenger and Instagram': 'Máximo 3 en WhatsApp, 13 en Messenger e Instagram',
	'What the customer reads, at most 20 characters': 'Lo que lee el cliente, máximo 20 caracteres',
	'What comes back when it is tapped; the title if left empty':
		'Lo que llega de vuelta cuando lo toca; el título si se deja vacío',
	'Line above the text; WhatsApp only': 'Línea encima del texto; solo en WhatsApp',
	'Line below the text; WhatsApp only': 'Línea debajo del texto; solo en WhatsApp',
	'ID of the account that owns the templates, as the WhatsApp Manager shows it; not the phone number ID':
		'ID de la cuenta dueña de las plantillas, como lo muestra el WhatsApp Manager; no es el ID del número de teléfono',
	"The customer's message; WhatsApp only. Earlier messages count as read too.":
		'El mensaje del cliente; solo en WhatsApp. Los anteriores también quedan como leídos.',
	'Whether to show the customer that somebody is writing, for up to 25 seconds':
		'Si se le muestra al cliente que alguien está escribiendo, hasta por 25 segundos',
	'Hand a template in for review by Meta': 'Manda una plantilla a revisión de Meta',
	'Delete a template permanently': 'Borra una plantilla para siempre',
	'Retrieve a template': 'Trae una plantilla',
	'Retrieve a list of templates with status, quality and variables':
		'Trae una lista de plantillas con su estado, calidad y variables',
	'Part of the name': 'Parte del nombre',
	'Lowercase letters, digits and underscores': 'Letras minúsculas, dígitos y guiones bajos',
	'Meta may put it into another category, which changes its price':
		'Meta puede pasarla a otra categoría, lo que cambia su precio',
	'Everything that invites, reminds of an offer or wins back. Most follow-ups are this.':
		'Todo lo que invita, recuerda una oferta o busca recuperar al cliente. La mayoría de los seguimientos son esto.',
	'Only what the customer asked for and what promotes nothing':
		'Solo lo que el cliente pidió y que no promociona nada',
	'At most 1,024 characters, with variables such as {{1}} or {{name}}':
		'Máximo 1.024 caracteres, con variables como {{1}} o {{name}}',
	'Cannot be changed later': 'No se puede cambiar después',
	'Such as {{name}}': 'Como {{name}}',
	'Such as {{1}}': 'Como {{1}}',
	'An example for each variable of the header and the body':
		'Un ejemplo para cada variable del encabezado y del cuerpo',
	'Line above the text, at most 60 characters and one variable':
		'Línea encima del texto, máximo 60 caracteres y una variable',
	'Line below the text, at most 60 characters': 'Línea debajo del texto, máximo 60 caracteres',
	'At most 25 characters': 'Máximo 25 caracteres',
	'May end with the variable {{1}}': 'Puede terminar con la variable {{1}}',
	'The whole address with its variable filled in': 'La dirección completa con su variable ya puesta',
	'Whether to delete the template in every language it exists in':
		'Si se borra la plantilla en todos los idiomas en que existe',
};
