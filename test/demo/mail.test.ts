import { mailEntry } from '../../harness/demo/feed/mail.ts';

test.each([
	['plain', 'A template is approved', 'A template is approved'],
	// As the mailbox hands it on: it has read the codes of single characters already.
	['in codes', '=?UTF-8?Q?Envío_en_pausa?=', 'Envío en pausa'],
	['in several words', '=?UTF-8?Q?Falló_el_flujo_?= =?UTF-8?Q?de_citas?=', 'Falló el flujo de citas'],
	['in base64', '=?UTF-8?B?RW52w61v?=', 'Envío'],
])('a mail with a subject %s is told by its subject', (_what, subject, told) => {
	const mail = `From: n8n@example.com\r\nSubject: ${subject}\r\n\r\nText`;
	expect(mailEntry(mail, new Date(0))).toMatchObject({ kind: 'mail', text: told });
});
