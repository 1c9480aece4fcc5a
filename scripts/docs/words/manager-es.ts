/** Follow-Up Manager in Spanish: accounts, activity, conversations. */
export const manager: Readonly<Record<string, string>> = {
	'Shows and changes follow-ups, what is scheduled, conversations and what was sent':
		'Muestra y cambia los seguimientos, lo programado, las conversaciones y lo enviado',
	'List the accounts for which nothing is sent at the moment, with the reason':
		'Lista las cuentas para las que no se envía nada en este momento, con el motivo',
	'List the accounts with the app at Meta that each belongs to: the one that first delivered for it':
		'Lista las cuentas con la aplicación de Meta a la que pertenece cada una: la que primero entregó para ella',
	'Let go of the app that an account belongs to, e.g. after it moved to another one; it then belongs to the app that delivers next':
		'Suelta la aplicación a la que pertenece una cuenta, p. ej. después de pasarla a otra; queda en la aplicación que entregue primero',
	'Send nothing for an account; follow-ups wait while their window allows':
		'No envía nada para una cuenta; los seguimientos esperan mientras su ventana lo permita',
	'Let an account send again, after a pause by hand or by Meta; mend what Meta complained about first':
		'Deja que una cuenta vuelva a enviar, después de una pausa a mano o por Meta; arregla primero lo que Meta reclamó',
	'On WhatsApp the phone number ID, on Instagram the account ID, on Messenger the Page ID':
		'En WhatsApp el ID del número de teléfono, en Instagram el ID de la cuenta, en Messenger el ID de la página',
	'When it goes on by itself; empty for until it is resumed by hand':
		'Cuándo sigue por sí sola; vacío para que siga hasta reanudarla a mano',
	'Stands in the log and on the dashboard': 'Queda en el registro y en el tablero',
	'The activity as a CSV file (UTF-8) that spreadsheets open; what customers wrote never becomes a formula':
		'La actividad como archivo CSV (UTF-8) que abren las hojas de cálculo; lo que escribieron los clientes nunca se vuelve una fórmula',
	'List what was sent, when, to whom and what became of it, and what ended without a message and why':
		'Lista lo que se envió, cuándo, a quién y qué pasó después, y lo que terminó sin mensaje y por qué',
	'Whether to return all results or only up to a given limit':
		'Si se devuelven todos los resultados o solo hasta un límite',
	'Max number of results to return': 'Cuántos resultados se devuelven como máximo',
	'As it stands on Follow-Up Evaluate; by default the ID of its workflow':
		'Como aparece en Follow-Up Evaluate; por defecto, el ID de su flujo',
	'Part of their name, user name, phone number or ID': 'Parte de su nombre, nombre de usuario, teléfono o ID',
	'Its name or its ID': 'Su nombre o su ID',
	'Only what was sent or ended at this time or later': 'Solo lo que se envió o terminó a esta hora o después',
	'Only what was sent or ended before this time': 'Solo lo que se envió o terminó antes de esta hora',
	'The name of the output field to put the file in':
		'El nombre del campo de salida en el que se pone el archivo',
	'Tell what was said elsewhere, e.g. by another bot, so that follow-ups know of it; nothing is sent':
		'Cuenta lo que se dijo en otra parte, p. ej. por otro bot, para que los seguimientos lo sepan; no se envía nada',
	'End what is scheduled for a customer, e.g. because the payment came in or a person took over; later messages plan anew':
		'Termina lo programado para un cliente, p. ej. porque llegó el pago o lo atiende una persona; los mensajes posteriores planean de nuevo',
	'Delete everything that the follow-up store holds of a customer, what is scheduled included':
		'Borra todo lo que el almacén de seguimientos guarda de un cliente, también lo programado',
	'This cannot be undone. Messages, follow-ups with their log and costs, and conversions go, and statistics no longer count them. What n8n keeps of its executions, and what Meta keeps, stays.':
		'No se puede deshacer. Se van los mensajes, los seguimientos con su registro y sus costos, y las conversiones, y las estadísticas dejan de contarlos. Lo que n8n guarda de sus ejecuciones y lo que guarda Meta se queda.',
	'Whether to keep, of a customer who asked for no more messages, their IDs and that they asked, so that no workflow writes to them again':
		'Si de un cliente que pidió no recibir más mensajes se conservan sus ID y que lo pidió, para que ningún flujo le vuelva a escribir',
	'Get one conversation with its messaging window, its newest messages and what is scheduled':
		'Trae una conversación con su ventana de mensajes, sus mensajes más nuevos y lo programado',
	'List conversations, those in which the customer wrote last at the top':
		'Lista las conversaciones; arriba, aquellas en las que el cliente escribió más recientemente',
	'Note that a conversation reached its goal, e.g. a sale, and end at once what is scheduled':
		'Anota que una conversación cumplió su meta, p. ej. una venta, y termina de inmediato lo programado',
	'Lift an opt-out because the customer has agreed to messages again':
		'Quita una baja porque el cliente aceptó de nuevo recibir mensajes',
	'Note that a customer wants no more messages, and end at once what is scheduled':
		'Anota que un cliente no quiere más mensajes y termina de inmediato lo programado',
	'Send no follow-ups in a conversation, e.g. because a person has taken over':
		'No envía seguimientos en una conversación, p. ej. porque la atiende una persona',
	'Let a paused conversation get follow-ups again; what ended by the pause stays ended':
		'Deja que una conversación en pausa vuelva a recibir seguimientos; lo que terminó por la pausa queda terminado',
	'The conversation an item comes with, e.g. from Meta Messaging Trigger':
		'La conversación con la que viene un ítem, p. ej. de Meta Messaging Trigger',
	'An account of yours and a customer': 'Una cuenta tuya y un cliente',
	'Channel, account and contact with colons between them':
		'Canal, cuenta y contacto separados con dos puntos',
	'On WhatsApp a phone number with + and country code or a business-scoped user ID, on Instagram and Messenger the scoped user ID':
		'En WhatsApp un teléfono con + y código de país o un ID de usuario propio del negocio; en Instagram y Messenger, el ID de usuario propio de la cuenta',
	'What the customer says ends the follow-ups that wait for their silence. It does not open the messaging window: for Meta only messages through its own platforms count.':
		'Lo que dice el cliente termina los seguimientos que esperan su silencio. No abre la ventana de mensajes: para Meta solo cuentan los mensajes por sus propias plataformas.',
	'A bot or a CRM of the business': 'Un bot o un CRM del negocio',
	'Elsewhere, e.g. on the phone': 'En otra parte, p. ej. por teléfono',
	'Somebody of the business': 'Alguien del negocio',
	'What makes the same message recognisable when it is told twice':
		'Con qué se reconoce el mismo mensaje cuando se cuenta dos veces',
	'When it was said; empty for now': 'Cuándo se dijo; vacío para ahora',
	'Stands in the log': 'Queda en el registro',
	'Only the follow-ups of this chatbot; empty for those of all':
		'Solo los seguimientos de este chatbot; vacío para los de todos',
	'How many of the newest messages to return at most':
		'Cuántos de los mensajes más nuevos se devuelven como máximo',
	'Only what was last written at this time or later':
		'Solo donde se escribió por última vez a esta hora o después',
	'Only what was last written before this time': 'Solo donde se escribió por última vez antes de esta hora',
	'Its code of three letters; needed with a value': 'Su código de tres letras; necesario si hay un valor',
	'When the goal was reached; empty for now': 'Cuándo se cumplió la meta; vacío para ahora',
	'What makes the same conversion recognisable when it is told twice':
		'Con qué se reconoce la misma conversión cuando se cuenta dos veces',
	'What it is worth': 'Cuánto vale',
	"Only with the customer's own consent: writing to somebody who asked for no more messages is against Meta's rules and can cost you the account. What the customer stopped in WhatsApp itself is not lifted; only they can do that.":
		'Solo con el consentimiento del propio cliente: escribirle a quien pidió no recibir más mensajes va contra las reglas de Meta y te puede costar la cuenta. Lo que el cliente detuvo en el mismo WhatsApp no se quita; eso solo lo puede hacer él.',
	'When and where the customer agreed; kept with the conversation':
		'Cuándo y dónde aceptó el cliente; se guarda con la conversación',
	'What the customer does not want any more': 'Lo que el cliente ya no quiere',
	'What to do when no conversation is found by the contact, under no writing of the number':
		'Qué hacer cuando no se encuentra ninguna conversación con ese contacto, con ninguna escritura del número',
	'For a list of opt-outs from elsewhere; check the numbers first':
		'P. ej. para una lista de bajas que viene de otro lado; revisa antes los números',
	'Stop with an error: the number may be wrong, and then the right one gets messages':
		'Parar con un error: el número puede estar mal, y entonces el correcto recibe mensajes',
	'Follow-ups inside the messaging window and utility templates may still go':
		'Los seguimientos dentro de la ventana de mensajes y las plantillas de utilidad todavía pueden salir',
	'What is scheduled is put off until then': 'Lo programado se aplaza hasta entonces',
	'What is scheduled ends at once': 'Lo programado termina de inmediato',
	'Whether to end what is scheduled instead of putting it off until the pause is over':
		'Si se termina lo programado en lugar de aplazarlo hasta que acabe la pausa',
	'Stands in the log and on the conversation': 'Queda en el registro y en la conversación',
};
