import type { ErrorClass, ErrorPlatform } from '../../../lib/messaging/errors/table.ts';
import { errorTextInSpanish } from './error-texts-es.ts';

/** What the page of Meta's error codes says around the table. */
export interface ErrorWords {
	head: string;
	classesTitle: string;
	classColumns: readonly string[];
	classes: Record<ErrorClass, string>;
	platforms: Record<ErrorPlatform, string>;
	columns: readonly string[];
	units: { hour: string; minute: string; second: string };
	paused: (duration: string) => string;
	retried: (duration: string, factor: number) => string;
	/** A sentence of the table in the language of the page. */
	text: (english: string) => string;
}

const PAUSED = 'Sending is paused for the account and goes on by itself after a while, or when it is resumed';
const PAUSED_CREDENTIAL =
	'Sending with this credential is paused for the account and goes on by itself after a while, or when it is resumed; others go on sending';
const PAUSED_ES =
	'El envío de la cuenta queda en pausa y sigue solo después de un tiempo, o cuando se reanuda';
const PAUSED_CREDENTIAL_ES =
	'El envío de la cuenta con esta credencial queda en pausa y sigue solo después de un tiempo, o cuando se reanuda; las demás siguen enviando';

const en: ErrorWords = {
	head: `# Error codes of Meta

What a code of Meta means, what becomes of the follow-up, and what to do. The same holds whether Meta refuses a message at
once or reports it later as failed. Codes that stand in no table end the message: it is never repeated on a guess.
[En español](error-codes.es.md).

This page is made from \`lib/messaging/errors/table.ts\` by \`npm run docs\`; edit the table, not the page.`,
	classesTitle: 'Classes',
	classColumns: ['Class', 'What becomes of the message'],
	classes: {
		retry: 'Not accepted; tried again later, a bounded number of times',
		uncertain: 'Left open whether it was accepted; never sent again on its own, settled by its status',
		window_closed: 'Not sent; only a template may go now',
		held_back: 'Not sent; no marketing template goes to this customer for a day',
		contact: 'Not sent; this customer cannot be reached this way',
		opt_out: 'Not sent; this customer gets no marketing any more',
		message: 'Not sent; the message has to be changed',
		template: 'Not sent; the template or its variables have to be changed',
		account: PAUSED,
		configuration: PAUSED,
		credential: PAUSED_CREDENTIAL,
	},
	platforms: { all: 'All platforms', whatsapp: 'WhatsApp', messenger_instagram: 'Messenger and Instagram' },
	columns: ['Code', 'Class', 'What happened', 'What to do', 'When again'],
	units: { hour: 'hour', minute: 'minute', second: 'second' },
	paused: (duration) => `paused for ${duration}`,
	retried: (duration, factor) => `after ${duration}, then ${factor} times as long each time`,
	text: (english) => english,
};

const es: ErrorWords = {
	head: `# Códigos de error de Meta

Qué significa un código de Meta, qué pasa con el seguimiento y qué hacer. Vale lo mismo si Meta rechaza un mensaje de
inmediato o si después lo reporta como fallido. Los códigos que no están en ninguna tabla terminan el mensaje: nunca se repite
por si acaso. [In English](error-codes.md).

Esta página se hace con \`npm run docs\` a partir de \`lib/messaging/errors/table.ts\`; cambia la tabla, no la página.`,
	classesTitle: 'Clases',
	classColumns: ['Clase', 'Qué pasa con el mensaje'],
	classes: {
		retry: 'No se aceptó; se intenta más tarde, un número limitado de veces',
		uncertain: 'No se sabe si se aceptó; nunca se envía de nuevo por sí solo, lo aclara su estado',
		window_closed: 'No se envió; ahora solo puede salir una plantilla',
		held_back: 'No se envió; por un día no sale ninguna plantilla de marketing para este cliente',
		contact: 'No se envió; a este cliente no se le puede escribir así',
		opt_out: 'No se envió; este cliente ya no recibe marketing',
		message: 'No se envió; hay que cambiar el mensaje',
		template: 'No se envió; hay que cambiar la plantilla o sus variables',
		account: PAUSED_ES,
		configuration: PAUSED_ES,
		credential: PAUSED_CREDENTIAL_ES,
	},
	platforms: {
		all: 'Todas las plataformas',
		whatsapp: 'WhatsApp',
		messenger_instagram: 'Messenger e Instagram',
	},
	columns: ['Código', 'Clase', 'Qué pasó', 'Qué hacer', 'Cuándo otra vez'],
	units: { hour: 'hora', minute: 'minuto', second: 'segundo' },
	paused: (duration) => `en pausa por ${duration}`,
	retried: (duration, factor) => `después de ${duration}; luego, cada vez ${factor} veces más`,
	text: errorTextInSpanish,
};

/** The words of the page in each language. */
export const ERROR_WORDS = { en, es };
