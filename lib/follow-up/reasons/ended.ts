import type { Sentences } from './sentences.ts';

/** Why a follow-up ended without a message. */
export const ENDED_REASONS = {
	cancelled_reply: {
		en: 'The customer wrote again before it was sent',
		es: 'El cliente volvió a escribir antes de que saliera',
	},
	cancelled_reaction: {
		en: 'The customer answered with a reaction such as 👍 or 👎 to a message of the business',
		es: 'El cliente respondió con una reacción, como 👍 o 👎, a un mensaje del negocio',
	},
	cancelled_by_user: {
		en: 'It was cancelled by hand or by another workflow',
		es: 'Se canceló a mano o desde otro flujo',
	},
	stopped: {
		en: 'The stop condition is met',
		es: 'Se cumplió la condición de detención',
	},
	stopped_goal: {
		en: 'The stop condition is met: what was wanted is reached',
		es: 'Se cumplió la condición de detención: se logró lo que se buscaba',
	},
	stopped_problem: {
		en: 'The customer reports a problem, so a person goes on',
		es: 'El cliente reporta un problema, así que sigue una persona',
	},
	stopped_person: {
		en: 'The customer wants to talk to a person, so a person goes on',
		es: 'El cliente quiere hablar con una persona, así que sigue una persona',
	},
	stopped_not_interested: {
		en: 'The stop condition is met: the customer is not interested',
		es: 'Se cumplió la condición de detención: al cliente no le interesa',
	},
	stopped_left_alone: {
		en: 'The stop condition is met: the customer wants to be left alone for now',
		es: 'Se cumplió la condición de detención: el cliente quiere que por ahora no le escriban',
	},
	not_triggered: {
		en: 'The situation described for this follow-up does not apply to the conversation',
		es: 'La situación descrita para este seguimiento no se da en la conversación',
	},
	opted_out: {
		en: 'The customer asked for no more messages',
		es: 'El cliente pidió no recibir más mensajes',
	},
	opted_out_by_model: {
		en: 'The customer asked for no more messages, as the AI understood it',
		es: 'El cliente pidió no recibir más mensajes, según entendió la IA',
	},
	paused: {
		en: 'The conversation is paused',
		es: 'La conversación está en pausa',
	},
	owned_by_other_app: {
		en: 'Another app or Meta Business Agent owns the conversation',
		es: 'Otra aplicación o Meta Business Agent tiene la conversación',
	},
	converted: {
		en: 'The conversation has reached its goal',
		es: 'La conversación ya cumplió su meta',
	},
	marketing_opted_out: {
		en: 'The customer stopped marketing messages, and only a marketing template could go',
		es: 'El cliente detuvo los mensajes de marketing y solo podía salir una plantilla de marketing',
	},
	promotions_stopped: {
		en: 'The customer asked for no more promotions, and it is no template of another kind',
		es: 'El cliente pidió no recibir más promociones, y no es una plantilla de otra categoría',
	},
	us_marketing: {
		en: 'Meta delivers no marketing templates to numbers of the United States outside the window',
		es: 'Meta no entrega plantillas de marketing a números de Estados Unidos fuera de la ventana',
	},
	template_not_approved: {
		en: 'The WhatsApp template was rejected, switched off or deleted',
		es: 'La plantilla de WhatsApp fue rechazada, desactivada o borrada',
	},
	template_incomplete: {
		en: 'A variable of the WhatsApp template is empty',
		es: 'Falta el valor de una variable de la plantilla de WhatsApp',
	},
	capped: {
		en: 'The customer has got the most follow-ups that are allowed in the period',
		es: 'El cliente ya recibió el máximo de seguimientos permitido en el período',
	},
	unanswered_in_a_row: {
		en: 'The customer has not answered the last follow-ups, so no more are sent until they write again',
		es: 'El cliente no ha respondido a los últimos seguimientos, así que no sale ninguno más hasta que vuelva a escribir',
	},
	gap_past_window: {
		en: 'The minimum gap after another follow-up lasts until after the messaging window closes',
		es: 'El intervalo mínimo tras otro seguimiento dura más que la ventana de mensajes',
	},
	quiet_past_window: {
		en: 'The quiet hours last until after the messaging window closes',
		es: 'Las horas de silencio duran más que la ventana de mensajes',
	},
	holiday_past_window: {
		en: 'A public holiday lasts until after the messaging window closes',
		es: 'Un día festivo dura más que la ventana de mensajes',
	},
	held_out: {
		en: 'The conversation belongs to the share without follow-ups, which their effect is measured against',
		es: 'La conversación está en el grupo sin seguimiento, con el que se mide el efecto',
	},
	dry_run: {
		en: 'Dry run: it would have been sent',
		es: 'Prueba sin envío: se habría enviado',
	},
	over_budget: {
		en: 'The monthly budget of the account is used up',
		es: 'El presupuesto mensual de la cuenta se agotó',
	},
	cost_unknown: {
		en: 'A monthly budget is set, and what this message costs is not known',
		es: 'Hay un presupuesto mensual y no se sabe cuánto cuesta este mensaje',
	},
	window_closed: {
		en: 'The 24-hour messaging window is closed and there is no approved template to use',
		es: 'La ventana de 24 horas está cerrada y no hay una plantilla aprobada para usar',
	},
	definition_inactive: {
		en: 'The follow-up is switched off or no longer exists',
		es: 'El seguimiento está inactivo o ya no existe',
	},
	stored_unreadable: {
		en: 'What is stored of the follow-up cannot be read, so it was not sent',
		es: 'No se puede leer lo guardado del seguimiento, así que no se envió',
	},
	platform_not_selected: {
		en: 'The follow-up is not meant for this platform',
		es: 'El seguimiento no es para esta plataforma',
	},
	no_customer_message: {
		en: 'The customer has not written yet',
		es: 'El cliente todavía no ha escrito',
	},
	before_activation: {
		en: 'The silence began before the follow-ups were switched on',
		es: 'El silencio empezó antes de activar los seguimientos',
	},
	business_silent: {
		en: 'Nobody on the business side answered the customer while a message was allowed',
		es: 'Nadie del negocio le respondió al cliente mientras se podía enviar un mensaje',
	},
	number_moved: {
		en: "The customer's number came with another user ID: the message would reach nobody or somebody else",
		es: 'El número del cliente llegó con otro ID de usuario: el mensaje no llegaría a nadie o llegaría a otra persona',
	},
	conversation_merged: {
		en: 'The customer got a new ID and the same follow-up is already planned there',
		es: 'El cliente recibió un ID nuevo y el mismo seguimiento ya está programado allí',
	},
	ai_unavailable: {
		en: 'The AI service could not be reached while a message was allowed',
		es: 'No se pudo consultar el servicio de IA mientras se podía enviar un mensaje',
	},
	customer_asked_too_late: {
		en: 'The customer asked to be written to at a time when no message is allowed',
		es: 'El cliente pidió que le escriban a una hora en la que no se permite ningún mensaje',
	},
	ai_answer_unusable: {
		en: 'The AI gave no usable answer, also when asked again',
		es: 'La IA no dio una respuesta útil, tampoco al preguntarle de nuevo',
	},
	ai_text_unusable: {
		en: 'The AI wrote a text that may not be sent, also when asked again',
		es: 'La IA escribió un texto que no se puede enviar, tampoco al pedírselo de nuevo',
	},
	ai_refused: {
		en: 'The AI or its server refused to answer about this conversation',
		es: 'La IA o su servidor se negó a responder sobre esta conversación',
	},
	ai_answer_empty: {
		en: 'The AI gave an empty answer, also when asked again',
		es: 'La IA dio una respuesta vacía, también al preguntarle de nuevo',
	},
	ai_answer_cut_off: {
		en: "The AI's answer was cut off, also when asked again",
		es: 'La respuesta de la IA llegó cortada, también al preguntarle de nuevo',
	},
	ai_too_long: {
		en: 'The conversation is too long for the AI model',
		es: 'La conversación es demasiado larga para el modelo de IA',
	},
	not_taken_up: {
		en: 'It was to be sent, and the run ended without Send Follow-Up: connect the output Send of Follow-Up Evaluate to Meta Messaging: Send Follow-Up, or to Follow-Up Manager: Mark as Sent before a sender of your own',
		es: 'Se iba a enviar, y la ejecución terminó sin Send Follow-Up: conecta la salida Send de Follow-Up Evaluate con Meta Messaging: Send Follow-Up, o con Follow-Up Manager: Mark as Sent antes de un nodo propio que envíe',
	},
	dead_letter: {
		en: 'It was taken up several times and never brought to an end',
		es: 'Se tomó varias veces y nunca se pudo terminar',
	},
	expired: {
		en: 'It came due too long ago to still make sense',
		es: 'Su hora llegó hace demasiado tiempo para que todavía tenga sentido',
	},
} as const satisfies Record<string, Sentences>;
