import { REASONS, reason, type ReasonCode } from '../../lib/index.ts';
import { sentenceEs } from '../../lib/dashboard/words/sentences-es.ts';

/** Exact sentences as the engine writes them. */
const EXACT: [ReasonCode, string, string][] = [
	[
		'clamped_to_window',
		"Instagram allows messages for 24 hours after the customer's last one, so it was moved from 2026-11-23T15:00:00.000Z to 2026-11-24T14:45:00.000Z",
		'Instagram permite mensajes hasta 24 horas',
	],
	['platform_not_selected', 'The follow-up is not meant for Messenger', 'no es para Messenger'],
	[
		'template_incomplete',
		'Text 1 of the WhatsApp template "cita" is empty; Meta refuses that',
		'Un valor de la plantilla «cita» está vacío',
	],
	[
		'template_not_approved',
		'The WhatsApp template "cita" (es) is rejected; only an approved one can be sent',
		'La plantilla «cita» (es) está rechazada; solo se puede enviar una aprobada',
	],
	[
		'template_on_hold',
		'The WhatsApp template "cita" (es) is paused, so it waits until Meta has approved it',
		'está en pausa; espera a que Meta la apruebe',
	],
	[
		'capped',
		'The customer has got 3 follow-ups in 7 days; at most 3 are allowed',
		'ya recibió 3 seguimientos en 7 días',
	],
	[
		'refused',
		'The message was not sent: The text has 1359 bytes; Instagram allows 1000. Shorten it',
		'No se envió: el texto tiene 1359 bytes y Instagram permite 1000. Acórtalo',
	],
	['refused', 'Meta refused the message (code 131026): Message undeliverable', '(código 131026)'],
	[
		'refused',
		'Meta did not deliver the message (code 131049: This message was not delivered)',
		'(código 131049)',
	],
	[
		'account_paused',
		'Sending is paused for the account: The access token is not valid any more (code 190). Open the Meta Messaging API credential, put in a valid token and test it',
		'El token de acceso ya no es válido (código 190)',
	],
	[
		'clock_wrong',
		"The clock is 16 minutes behind Meta's, more than the safety margin allows, so it waits until the clock is right",
		'El reloj está atrasado 16 minutos frente al de Meta',
	],
	['cancelled_by_user', 'It was cancelled: ya compró', 'Se canceló: ya compró'],
	['paused', 'The conversation is paused: vacaciones', 'en pausa: vacaciones'],
	['dead_letter', 'Meta did not accept the message in 5 attempts: Service unavailable', 'en 5 intentos'],
	['given_back', 'The run ended with an error: connect ECONNREFUSED', ''],
	[
		'window_closed',
		`${REASONS.window_closed} (it had been moved: ${REASONS.quiet_hours}; ${REASONS.minimum_gap})`,
		'antes se había movido: Caía en las horas de silencio',
	],
];

const ENGLISH = /\b(the|was|were|is|not|and|of|to|with|Shorten|moved|waits|refused)\b/i;

test.each(EXACT)('%s: %s', (code, sentence, says) => {
	const told = sentenceEs(reason(code, sentence));
	expect(told).toContain(says);
	expect(told).not.toMatch(ENGLISH);
});

test('every general sentence is told in Spanish', () => {
	for (const code of Object.keys(REASONS) as ReasonCode[])
		expect(sentenceEs(reason(code))).not.toBe(REASONS[code]);
});

test('what a model gave as its reason stays as it was written', () => {
	expect(sentenceEs(reason('not_triggered', 'La clienta ya compró'))).toMatch(/\(La clienta ya compró\)$/);
});

test("a code of Meta's that nobody documented keeps Meta's words", () => {
	expect(sentenceEs(reason('refused', 'Meta refused the message (code 999999): Odd'))).toBe(
		'Meta rechazó el mensaje (código 999999): Odd',
	);
});
