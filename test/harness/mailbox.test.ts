import { createConnection } from 'node:net';
import { once } from 'node:events';
import { freePorts } from '../../harness/shared/ports.ts';
import { Mailbox } from '../../harness/shared/mailbox.ts';

const MAIL = [
	'Subject: =?UTF-8?Q?Fall=C3=B3_el_?=',
	' =?UTF-8?Q?flujo?=',
	'Message-ID: <1@example.com>',
	'',
	'La raz=C3=B3n es lar=',
	'ga',
].join('\r\n');

test('a mail is kept as it is read: headers and text, each unfolded in its own way', async () => {
	const [port = 0] = await freePorts(1);
	const told: string[] = [];
	const mailbox = new Mailbox(port, (mail) => told.push(mail));
	const client = createConnection(port, '127.0.0.1');
	try {
		await once(client, 'data');
		client.write(`DATA\r\n${MAIL}\r\n.\r\n`);
		while (told.length === 0) await once(client, 'data');
		expect(told).toEqual([
			'Subject: =?UTF-8?Q?Falló_el_?= =?UTF-8?Q?flujo?=\r\nMessage-ID: <1@example.com>\r\n\r\nLa razón es larga',
		]);
	} finally {
		client.destroy();
		mailbox.close();
	}
});
