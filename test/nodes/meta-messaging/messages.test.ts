import { asNow } from '../../../lib/store/database/now.ts';
import { parseWebhook } from '../../../lib/index.ts';
import { customerOf, item, NUMBER, send, useFixture, WHATSAPP_ACCOUNT } from './fixture.ts';

const fixture = useFixture();
const ledger = async () => await fixture.sandbox.api('GET', '/state');
const recorded = async (id: string) =>
	(await ledger()).messages.find((message: { id: string }) => message.id === id);
const message = (operation: string, more: object = {}) => ({ resource: 'message', operation, ...more });
type Sent = { message: { id: string; callbackData: string }; cost: object };

test.each(['whatsapp', 'messenger', 'instagram'] as const)(
	'%s: a text goes out, comes back paired, and the business counts as having spoken',
	async (channel) => {
		const { key } = await customerOf(fixture, channel);
		const ran = await send(fixture, message('sendText', { text: `To ${channel}` }), [item(key)]);
		expect(ran.error('Send')?.message).toBeUndefined();
		expect(ran.outputs('Send')).toHaveLength(1);
		const [output] = ran.outputs('Send')[0] ?? [];
		expect(output?.pairedItem).toEqual({ item: 0 });
		expect(output?.json).toMatchObject({
			conversation: { key, channel },
			result: { code: 'accepted', held: false },
		});
		const { id } = (output?.json as unknown as Sent).message;
		expect(await recorded(id)).toMatchObject({ text: `To ${channel}` });
		const spoken = (await fixture.store.transcript(key, 5)).at(-1);
		expect(spoken).toMatchObject({ id, from: 'business', by: 'application', text: `To ${channel}` });
	},
);

test('a customer named by account and phone number, with plus and spaces; without plus it is refused', async () => {
	const { key, phone = '' } = await customerOf(fixture);
	const to = (contact: string) =>
		message('sendText', {
			...{ recipientBy: 'contact', channel: 'whatsapp', account: NUMBER },
			contact,
			text: 'By phone',
		});
	const spaced = `${phone.slice(0, 3)} ${phone.slice(3, 6)} ${phone.slice(6)}`;
	const ran = await send(fixture, to(spaced), [{ json: {} }]);
	const [sent] = ran.json('Send') as unknown as Sent[];
	expect((await recorded(sent?.message.id ?? '')).body.to).toBe(phone);
	// It is the conversation that was there already.
	expect(sent).toMatchObject({ conversation: { key } });
	const refused = await send(fixture, to(phone.slice(1)), [{ json: {} }]);
	expect(refused.error('Send')?.message).toContain('neither a phone number with + nor a user ID');
});

test('a template to the other writing of a number reaches the person, whom Meta names in its answer', async () => {
	const { sandbox, receiver, store } = fixture;
	const person = await sandbox.api('POST', '/customers', { name: 'Lupe', phone: '+5215550101234' });
	const to = { recipientBy: 'contact', channel: 'whatsapp', account: NUMBER, contact: '+52 55 5010 1234' };
	const template = { __rl: true, mode: 'id', value: 'recordatorio_cita:es' };
	const stranger = await send(fixture, message('sendText', { ...to, text: 'Hi' }), [{ json: {} }]);
	expect(stranger.error('Send')?.message).toContain('knows no message of this customer');
	const keys = [person.userId, '5215550101234', '525550101234'].map((id) => `whatsapp:${NUMBER}:${id}`);
	for (const key of keys) expect(await store.conversation(key)).toBeUndefined();

	const values = {
		mappingMode: 'defineBelow',
		value: { 'body.1': 'Lupe' },
	};
	const chosen = { template, whatsAppAccount: WHATSAPP_ACCOUNT, templateVariables: values };
	const ran = await send(fixture, message('sendTemplate', { ...to, ...chosen }), [{ json: {} }]);
	expect(ran.error('Send')?.message).toBeUndefined();
	const [one, ...others] = await Promise.all(keys.map(async (key) => await store.conversation(key)));
	expect(one).toMatchObject({ contact: { id: person.userId, phone: '5215550101234' } });
	for (const other of others) expect(other).toEqual(one);
	const { message: reply } = await sandbox.api('POST', `/customers/${person.id}/messages`, { text: 'Sí' });
	const webhook = await receiver.next(({ raw }) => raw.includes(reply.id));
	await store.ingest(parseWebhook(webhook.body).events, asNow(new Date()));
	// WhatsApp's times are whole seconds, so a reply of the same second stands before what it answers.
	const spoken = (await store.transcript(keys[2] as string, 5)).map(({ from }) => from);
	expect(spoken.sort()).toEqual(['business', 'customer']);
});

test('media by link and from a binary file, buttons, and mark as read with typing', async () => {
	const { key, messageId } = await customerOf(fixture);
	const media = { mediaType: 'document', caption: 'Our menu', fileName: 'menu.pdf' };
	const link = await send(
		fixture,
		message('sendMedia', { ...media, fileFrom: 'link', link: 'https://a.b/c.pdf' }),
		[item(key)],
	);
	const linked = await recorded((link.json('Send')[0] as unknown as Sent).message.id);
	expect(linked.body.document).toEqual({
		link: 'https://a.b/c.pdf',
		caption: 'Our menu',
		filename: 'menu.pdf',
	});

	const data = {
		data: Buffer.from('%PDF-').toString('base64'),
		mimeType: 'application/pdf',
		fileName: 'a.pdf',
	};
	const withFile = { ...item(key), binary: { data } };
	const upload = await send(fixture, message('sendMedia', { ...media, fileName: '', fileFrom: 'binary' }), [
		withFile,
	]);
	expect(upload.error('Send')?.message).toBeUndefined();
	const uploaded = await recorded((upload.json('Send')[0] as unknown as Sent).message.id);
	expect(uploaded.body.document).toMatchObject({ id: expect.stringMatching(/^\d+$/), filename: 'a.pdf' });

	const values = [{ title: 'Yes' }, { title: 'No', id: 'no' }];
	const tapped = await send(fixture, message('sendButtons', { text: 'Shall we?', buttons: { values } }), [
		item(key),
	]);
	const { body } = await recorded((tapped.json('Send')[0] as unknown as Sent).message.id);
	expect(body.interactive.action.buttons.map((one: { reply: object }) => one.reply)).toEqual([
		...[
			{ id: 'Yes', title: 'Yes' },
			{ id: 'no', title: 'No' },
		],
	]);

	const event = { event: { message: { id: messageId } } };
	const read = await send(fixture, message('markAsRead', { typing: true }), [item(key, event)]);
	expect(read.json('Send')).toMatchObject([{ result: { code: 'read' } }]);
	expect((await recorded(messageId)).states.read).toBeDefined();
});

test('a template with its variables goes after the window has closed; a text does not, and says what to do', async () => {
	const phone = '+573009998877';
	await fixture.sandbox.api('POST', '/customers', { name: 'Ben', phone });
	const to = { recipientBy: 'contact', channel: 'whatsapp', account: NUMBER, contact: phone };
	const text = await send(fixture, message('sendText', { ...to, text: 'Hello?' }), [{ json: {} }]);
	expect(text.error('Send')).toMatchObject({
		message: expect.stringContaining('messaging window is closed'),
		description: expect.stringContaining('Send Template'),
	});
	const template = {
		...{
			whatsAppAccount: WHATSAPP_ACCOUNT,
			template: { __rl: true, mode: 'id', value: 'seguimiento_con_nombre:es' },
		},
		templateVariables: {
			mappingMode: 'defineBelow',
			value: { 'body.nombre': 'Ben', 'body.tema': 'la cita' },
		},
	};
	const ran = await send(fixture, message('sendTemplate', { ...to, ...template }), [{ json: {} }]);
	expect(ran.error('Send')?.message).toBeUndefined();
	expect(await recorded((ran.json('Send')[0] as unknown as Sent).message.id)).toMatchObject({
		text: 'Hola Ben, tu consulta sobre la cita sigue abierta.',
	});
	const empty = {
		...template,
		templateVariables: { mappingMode: 'defineBelow', value: { 'body.nombre': 'Ben' } },
	};
	const refused = await send(fixture, message('sendTemplate', { ...to, ...empty }), [{ json: {} }]);
	expect(refused.error('Send')?.message).toContain('body.tema) is empty');
});

test('who asked for no more messages gets none, unless a person says that this one was asked for', async () => {
	const { key } = await customerOf(fixture, 'messenger', 'STOP');
	const refused = await send(fixture, message('sendText', { text: 'One more thing' }), [item(key)]);
	expect(refused.error('Send')).toMatchObject({
		message: expect.stringContaining('asked for no more messages'),
	});
	const options = { ignoreOptOut: true };
	const asked = await send(fixture, message('sendText', { text: 'What you asked for', options }), [
		item(key),
	]);
	expect(asked.json('Send')).toHaveLength(1);
});

test('with the window left to Meta, Meta decides', async () => {
	const phone = '+573009998866';
	const { id } = await fixture.sandbox.api('POST', '/customers', { name: 'Eva', phone });
	const to = { recipientBy: 'contact', channel: 'whatsapp', account: NUMBER, contact: phone };
	const options = { leaveWindowToMeta: true };
	const closed = await send(fixture, message('sendText', { ...to, text: 'Hello', options }), [{ json: {} }]);
	expect(closed.error('Send')?.message).toContain('code 131047');
	await fixture.sandbox.api('POST', `/customers/${id}/messages`, { text: 'Hello', wait: true });
	const opened = await send(fixture, message('sendText', { ...to, text: 'Hello', options }), [{ json: {} }]);
	expect(opened.json('Send')).toHaveLength(1);
});

test('a text that is too long is refused with its length, or cut at a word if chosen', async () => {
	const { key } = await customerOf(fixture, 'instagram');
	const text = 'canción '.repeat(200);
	const refused = await send(fixture, message('sendText', { text }), [item(key)]);
	expect(refused.error('Send')?.message).toContain('bytes; Instagram allows 1000');
	const cut = await send(fixture, message('sendText', { text, whenTooLong: 'cut' }), [item(key)]);
	expect(cut.json('Send')).toHaveLength(1);
});

test('many customers at once: each message once, outputs in the order of the items, failures in their place', async () => {
	const customers = await Promise.all(Array.from({ length: 12 }, async () => await customerOf(fixture)));
	const items = [...customers.map(({ key }) => item(key)), item('nonsense'), item(customers[0]?.key ?? '')];
	const ran = await send(
		fixture,
		message('sendText', { text: '=Hello {{ $itemIndex }}' }),
		items,
		'continueRegularOutput',
	);
	const output = ran.outputs('Send')[0] ?? [];
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, index) => ({ item: index })));
	expect(output[12]?.json.error).toContain('not a conversation key');
	const { messages } = await ledger();
	for (const index of [...customers.keys(), 13])
		expect(messages.filter((one: { text?: string }) => one.text === `Hello ${index}`)).toHaveLength(1);
});

test('the answer was lost: the user is told not to send it again, and the customer got it once', async () => {
	const { key } = await customerOf(fixture);
	await fixture.sandbox.api('POST', '/faults', { target: 'send', count: 1, reset: true, afterAccept: true });
	const ran = await send(fixture, message('sendText', { text: 'Only once' }), [item(key)]);
	expect(ran.error('Send')).toMatchObject({ description: expect.stringContaining('Do not send it again') });
	const { messages } = await ledger();
	expect(messages.filter((one: { text?: string }) => one.text === 'Only once')).toHaveLength(1);
});

test('what Meta did not accept because of speed is tried again, once the wait is over', async () => {
	const { key } = await customerOf(fixture);
	await fixture.sandbox.api('POST', '/faults', { target: 'send', count: 1, status: 400, code: 131056 });
	const ran = await send(fixture, message('sendText', { text: 'A second later' }), [item(key)]);
	expect(ran.json('Send')).toHaveLength(1);
});

test('trouble of the account pauses it: the next message does not even reach Meta, until it is resumed', async () => {
	const { key } = await customerOf(fixture);
	await fixture.sandbox.api('POST', '/faults', { target: 'send', count: 1, status: 401, code: 190 });
	const first = await send(fixture, message('sendText', { text: 'Token' }), [item(key)]);
	expect(first.error('Send')).toMatchObject({ description: expect.stringContaining('put in a valid token') });
	const before = (await ledger()).refusals.length;
	const second = await send(fixture, message('sendText', { text: 'Paused' }), [item(key)]);
	expect(second.error('Send')?.message).toContain('Sending is paused for the account');
	expect((await ledger()).refusals).toHaveLength(before);
	await fixture.store.resumeAccount({ channel: 'whatsapp', account: NUMBER }, asNow(new Date()));
	const third = await send(fixture, message('sendText', { text: 'Resumed' }), [item(key)]);
	expect(third.json('Send')).toHaveLength(1);
});

test('a budget ends what is paid, with the reason; what is free still goes', async () => {
	const { key } = await customerOf(fixture);
	const messenger = await customerOf(fixture, 'messenger');
	const rates = { CO: { service: 0.001, marketing: 0.02 } };
	const rateTable = JSON.stringify({ date: '2026-10-01', source: 'Test', currency: 'USD', rates });
	const options = { monthlyBudget: 0.0005, rateTable };
	const paid = await send(fixture, message('sendText', { text: 'Paid', options }), [item(key)]);
	expect(paid.error('Send')?.message).toContain('The monthly budget of 0.0005 USD is used up');
	const free = await send(fixture, message('sendText', { text: 'Free', options }), [item(messenger.key)]);
	expect(free.json('Send')).toMatchObject([{ cost: { low: 0, high: 0 } }]);
	const enough = { ...options, monthlyBudget: 1 };
	const within = await send(fixture, message('sendText', { text: 'Within', options: enough }), [item(key)]);
	expect(within.json('Send')).toMatchObject([
		{ cost: { low: 0, high: 0.001, market: 'CO', category: 'service' } },
	]);
});
