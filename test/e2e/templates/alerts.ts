import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import type { Imported } from './imported.ts';
import { addressOf, isAnswered, somebody, writes, type Channel } from './person.ts';
import { reminderOf } from './reminder-of.ts';
import { HOUR, MINUTE } from './scenario.ts';
import type { Fixture } from './fixture.ts';

/** Each language on a platform of its own: what is paused by one must not be missing for the other. */
const CHANNELS: Record<string, Channel> = { es: 'whatsapp', en: 'messenger' };
const WORDS = {
	es: { news: 'Meta avisa', failed: 'Nodo: ', paused: 'Hasta: ' },
	en: { news: 'Meta says', failed: 'Node: ', paused: 'Until: ' },
};
/** The access token has expired: nothing more can be sent for the account. */
const TOKEN_EXPIRED = {
	target: 'send',
	count: 1,
	status: 401,
	code: 190,
	message: 'The access token expired',
};

/** A paused template, a failed workflow and a paused account each reach a person, once. */
export async function alerts(fixture: Fixture, template: Imported): Promise<Check> {
	const { language } = template;
	const words = WORDS[language];
	const seen = fixture.mailbox.mails.length;
	const mails = (...texts: string[]) =>
		fixture.mailbox.mails.slice(seen).filter((mail) => texts.every((text) => mail.includes(text)));
	const arrives = async (...texts: string[]) =>
		await waitUntil({
			what: `a mail with ${texts.join(' and ')}`,
			seconds: 60,
			details: fixture.n8n.lastLines,
			probe: () => mails(...texts)[0],
		});

	await fixture.deliveringTo(addressOf(template), async () => {
		await fixture.sandbox('PATCH', '/templates/seguimiento_con_nombre', { status: 'PAUSED' });
		await arrives(words.news, 'seguimiento_con_nombre');
		await fixture.sandbox('PATCH', '/templates/seguimiento_con_nombre', { status: 'APPROVED' });
	});

	const reminder = reminderOf(fixture, language);
	const person = await somebody(fixture, 'Alert', CHANNELS[language] as Channel);
	const said = { es: 'Hola, quiero pedir una cita', en: 'Hello, I would like an appointment' };
	const at = await writes(fixture, reminder, person, said[language]);
	await fixture.time.until(at + MINUTE);
	await isAnswered(fixture, reminder, person, { es: 'Claro que sí', en: 'Of course' }[language]);
	await fixture.sandbox('POST', '/faults', { ...TOKEN_EXPIRED, customer: person.id });
	await fixture.time.until(at + 4 * HOUR);
	const failed = await arrives(words.failed, '190');
	await arrives(words.paused);
	return check(
		`${template.file}: a paused template, a failed workflow and a paused account are told, once each`,
		[
			{ ok: mails(words.news).length >= 1, found: `${mails(words.news).length} about templates` },
			{
				ok: mails(words.failed, '190').length === 1,
				found: `${mails(words.failed, '190').length} about the failed workflow: ${/Subject: .*/.exec(failed)?.[0]}`,
			},
			{
				ok: mails(words.paused).length === 1,
				found: `${mails(words.paused).length} about the pause`,
			},
		],
	);
}
