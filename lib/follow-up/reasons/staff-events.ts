import type { Sentences } from './sentences.ts';

/** Why the Follow-Up Due Trigger tells the staff of a conversation. */
export const STAFF_EVENT_REASONS = {
	gave_up_limit: {
		en: 'The customer has not answered as many follow-ups in a row as are allowed; no more are sent until they write again',
		es: 'El cliente no respondió a todos los seguimientos seguidos que se permiten; no sale ninguno más hasta que vuelva a escribir',
	},
	gave_up_last: {
		en: 'The customer has not answered the last follow-up, and no other is scheduled',
		es: 'El cliente no respondió al último seguimiento y no hay otro programado',
	},
	customer_waiting: {
		en: 'A person took over, and the customer has been waiting for an answer since',
		es: 'Una persona tomó la conversación y el cliente sigue esperando respuesta',
	},
} as const satisfies Record<string, Sentences>;
