/**
 * Messages that ask to be left alone, in Spanish, English and Portuguese. Meta publishes no such list (2026-11);
 * these are whole messages, not words inside one: "quiero cancelar la cita" is about the appointment.
 */
const OPT_OUT_MESSAGES = [
	...[
		'stop',
		'stop all',
		'unsubscribe',
		'opt out',
		'optout',
		'remove me',
		'stop messaging me',
		'stop texting me',
	],
	...['do not message me', 'dont message me', 'do not contact me', 'dont contact me', 'leave me alone'],
	...['baja', 'darme de baja', 'dar de baja', 'dame de baja', 'quiero darme de baja', 'no mas mensajes'],
	...[
		'no quiero mas mensajes',
		'no me escriban',
		'no me escriban mas',
		'no me escriba mas',
		'no me escribas mas',
	],
	...['dejen de escribirme', 'deja de escribirme', 'no me contacten', 'no molestar', 'cancelar suscripcion'],
	...[
		'parar',
		'sair',
		'descadastrar',
		'cancelar inscricao',
		'nao quero mais mensagens',
		'nao quero receber mensagens',
	],
	...[
		'nao me mande mais mensagens',
		'nao me escreva mais',
		'pare de me mandar mensagens',
		'me tire da lista',
	],
];

const COMBINING_MARKS = /\p{Mn}/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;

/** Brings a text to the form in which it is compared: no accents, no capitals, no punctuation, single spaces. */
export function plainWords(text: string): string {
	return text.normalize('NFD').replace(COMBINING_MARKS, '').toLowerCase().replace(NOT_WORD, ' ').trim();
}

const KNOWN = new Set(OPT_OUT_MESSAGES.map(plainWords));

/** Tells whether a message, as a whole, asks for no more messages. `extra` adds a business's own words. */
export function isOptOut(text: string | undefined, extra: readonly string[] = []): boolean {
	if (!text) return false;
	const words = plainWords(text.replace(/['’]/g, ''));
	return KNOWN.has(words) || extra.some((phrase) => plainWords(phrase) === words && words !== '');
}
