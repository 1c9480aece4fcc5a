import type { Sentences } from './sentences.ts';

/** What became of a follow-up and its message. */
export const PROGRESS_REASONS = {
	claimed: {
		en: 'Taken up because it is due',
		es: 'Se tomó porque llegó su hora',
	},
	lease_expired: {
		en: 'The run that had taken it up ended without a result',
		es: 'La ejecución que lo había tomado terminó sin resultado',
	},
	not_begun: {
		en: 'The execution that was to take it up found no place in n8n; it is handed to another one, and this counts for nothing',
		es: 'La ejecución que lo iba a tomar no encontró lugar en n8n; se le da a otra, y esto no cuenta como intento',
	},
	claim_lost: {
		en: 'The follow-up is no longer taken up by this run: its lease ran out, or it was ended in the meantime',
		es: 'Esta ejecución ya no tiene tomado el seguimiento: se le acabó el plazo o el seguimiento terminó entretanto',
	},
	given_back: {
		en: 'It was taken up and given back undecided; it is tried again later',
		es: 'Se tomó y se devolvió sin decidir; se intenta más tarde',
	},
	decided_send: {
		en: 'It is to be sent',
		es: 'Se va a enviar',
	},
	decided_before: {
		en: 'It is to be sent as it was decided before it waited; nothing has changed since',
		es: 'Se va a enviar como se decidió antes de esperar; nada ha cambiado desde entonces',
	},
	fixed_message_instead: {
		en: 'The AI failed, so the fixed message is sent instead',
		es: 'La IA falló, así que sale el mensaje fijo',
	},
	media_understood: {
		en: 'A voice note or picture of the customer was given to the model server',
		es: 'Se le dio al servidor del modelo una nota de voz o una imagen del cliente',
	},
	not_due_yet: {
		en: 'It was tried in the editor before its time, so nothing was sent',
		es: 'Se probó en el editor antes de su hora, así que no se envió nada',
	},
	sending: {
		en: 'The message is on its way to Meta',
		es: 'El mensaje va en camino a Meta',
	},
	accepted: {
		en: 'Meta accepted the message',
		es: 'Meta aceptó el mensaje',
	},
	refused: {
		en: 'Meta refused the message',
		es: 'Meta rechazó el mensaje',
	},
	answer_lost: {
		en: 'Whether Meta accepted the message is not known; only a status from Meta can tell, and it is not sent again',
		es: 'No se sabe si Meta aceptó el mensaje; solo un aviso de Meta puede decirlo, y no se envía de nuevo',
	},
	status_update: {
		en: 'Meta reported a new state of the message',
		es: 'Meta informó un estado nuevo del mensaje',
	},
	customer_replied: {
		en: 'The customer answered the follow-up',
		es: 'El cliente respondió al seguimiento',
	},
	planned: {
		en: 'Planned',
		es: 'Programado',
	},
} as const satisfies Record<string, Sentences>;
