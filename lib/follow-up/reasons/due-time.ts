import type { Sentences } from './sentences.ts';

/** Why a follow-up is due at another time than asked for. */
export const DUE_TIME_REASONS = {
	clamped_to_window: {
		en: 'The delay reaches past the 24-hour messaging window, so it was moved to the last safe moment inside it',
		es: 'El retraso pasa de la ventana de 24 horas, así que se movió al último momento seguro dentro de ella',
	},
	ai_timing_not_available: {
		en: 'AI timing works on WhatsApp only, so the fallback delay was used',
		es: 'La IA elige la hora solo en WhatsApp, así que se usó el retraso de reserva',
	},
	overdue: {
		en: 'The time asked for had already passed, so it is due now',
		es: 'La hora pedida ya había pasado, así que sale ahora',
	},
	waiting_for_business: {
		en: 'Nobody on the business side has answered the customer yet, so it is looked at again later',
		es: 'El negocio aún no le ha respondido al cliente, así que se revisa más tarde',
	},
	ai_asked_to_wait: {
		en: 'The AI chose a later moment',
		es: 'La IA eligió un momento posterior',
	},
	customer_asked_later: {
		en: 'The customer is busy or asked to be written to later, so it waits until then',
		es: 'El cliente está ocupado o pidió que le escriban después, así que espera hasta entonces',
	},
	ai_retry: {
		en: 'The AI service did not answer, so it is asked again later',
		es: 'El servicio de IA no respondió, así que se le pregunta más tarde',
	},
	ai_question_refused: {
		en: 'The AI server refused the question about this conversation, so it is asked again later',
		es: 'El servidor de IA rechazó la pregunta sobre esta conversación, así que se le pregunta más tarde',
	},
	meta_retry: {
		en: 'Meta did not accept the message for now, so it is tried again later',
		es: 'Meta no aceptó el mensaje por ahora, así que se intenta más tarde',
	},
	paused_until: {
		en: 'The conversation is paused until a set time',
		es: 'La conversación está en pausa hasta una hora fijada',
	},
	account_paused: {
		en: 'Sending is paused for the account of the business, so it waits',
		es: 'El envío está en pausa para la cuenta del negocio, así que espera',
	},
	clock_wrong: {
		en: 'The clock of n8n (or of its database server) is further from Meta’s than the safety margin, so it waits until it is right',
		es: 'El reloj de n8n (o el del servidor de su base de datos) difiere del de Meta más que el margen de seguridad, así que espera hasta que esté bien',
	},
	template_on_hold: {
		en: 'Meta holds the WhatsApp template back (paused or in review), so it waits until it is approved',
		es: 'Meta tiene retenida la plantilla de WhatsApp (en pausa o en revisión), así que espera a que la apruebe',
	},
	waiting_for_other_app: {
		en: 'Another app owns the conversation and has not answered the customer, so it waits until it may take it over',
		es: 'Otra aplicación tiene la conversación y no le ha respondido al cliente, así que espera hasta que pueda tomarla',
	},
	thread_taken_over: {
		en: 'Another app owned the conversation and nobody had answered the customer, so the follow-up took it over',
		es: 'Otra aplicación tenía la conversación y nadie le había respondido al cliente, así que el seguimiento la tomó',
	},
	person_wrote: {
		en: 'A person on the business side is writing with the customer, so it waits',
		es: 'Una persona del negocio está escribiendo con el cliente, así que espera',
	},
	silence_not_over: {
		en: 'Somebody has written since, so the silence it waits for is not over yet',
		es: 'Alguien escribió después, así que el silencio que espera aún no se cumple',
	},
	moved_by_user: {
		en: 'It was moved to another time by hand or by another workflow',
		es: 'Se movió a otra hora a mano o desde otro flujo',
	},
	due_now_by_user: {
		en: 'It was made due at once by hand or by another workflow',
		es: 'Se pidió que saliera ya, a mano o desde otro flujo',
	},
	minimum_gap: {
		en: 'Another follow-up went to the customer shortly before, so it waits for the minimum gap',
		es: 'Otro seguimiento salió poco antes, así que espera el intervalo mínimo',
	},
	marketing_held_back: {
		en: 'Meta holds back marketing messages to this customer, so it waits',
		es: 'Meta retiene los mensajes de marketing para este cliente, así que espera',
	},
	quiet_hours: {
		en: 'It fell into the quiet hours, so it was moved to their end',
		es: 'Caía en las horas de silencio, así que se movió a su final',
	},
	public_holiday: {
		en: 'It fell on a public holiday, so it was moved to the time after it',
		es: 'Caía en un día festivo, así que se movió para después',
	},
	before_public_holiday: {
		en: 'A public holiday lasts until after the messaging window closes, so it was moved to the time before it',
		es: 'Un día festivo dura más que la ventana de mensajes, así que se movió para antes',
	},
	before_quiet_hours: {
		en: 'The quiet hours last until after the messaging window closes, so it was moved to the time before them',
		es: 'Las horas de silencio duran más que la ventana de mensajes, así que se movió antes de ellas',
	},
} as const satisfies Record<string, Sentences>;
