import { markAsRead, sendMessage, uploadMedia, type GraphTransport, type Outgoing } from '../../lib/index.ts';
import { accountOf, type Channel } from '../../sandbox/world.ts';
import { graphTo } from '../support/graph.ts';
import { startSandboxProcess, type SandboxProcess } from '../support/sandbox.ts';
import { START } from '../support/time.ts';

let sandbox: SandboxProcess;
let graph: GraphTransport;
beforeAll(async () => {
	sandbox = await startSandboxProcess();
	graph = graphTo(sandbox.url);
});
afterAll(async () => await sandbox?.close());

type Person = Awaited<ReturnType<typeof somebody>>;

/** A customer who wrote just now. */
async function somebody(channel: Channel, phone?: string) {
	const person = await sandbox.api('POST', '/customers', { name: 'Ana', channel, ...(phone && { phone }) });
	const { message } = await sandbox.api('POST', `/customers/${person.id}/messages`, { text: 'Hello' });
	const contact = { id: person.userId ?? person.contactId, ...(phone && { phone: phone.slice(1) }) };
	return {
		channel,
		account: accountOf(channel),
		contact,
		person: person.id as string,
		wrote: message.id as string,
	};
}

/** What Meta was given, once it has accepted it. */
async function accepted(to: Person, content: Outgoing, more: object = {}) {
	const result = await sendMessage(graph, { conversation: to, content, ...more }, START);
	expect(result).toMatchObject({ outcome: 'accepted' });
	const { messages, violations } = await sandbox.api('GET', '/state');
	const customer = to.person;
	expect(violations.filter((one: { customer: string }) => one.customer === customer)).toEqual([]);
	const id = (result as { messageId: string }).messageId;
	return messages.find((message: { id: string }) => message.id === id);
}

const text = (what: string): Outgoing => ({ kind: 'text', text: what });
const buttons: Outgoing = {
	...{ kind: 'buttons', text: 'Shall we book it?' },
	buttons: [
		{ title: 'Yes, please', id: 'yes' },
		{ title: 'Not now', id: 'no' },
	],
};

test('WhatsApp: a phone number always has its plus, a user ID goes as recipient, never both', async () => {
	const byPhone = await accepted(await somebody('whatsapp', '+573001110001'), text('To a phone'));
	expect(byPhone.body).toEqual({
		...{ messaging_product: 'whatsapp', recipient_type: 'individual', to: '+573001110001' },
		...{ type: 'text', text: { body: 'To a phone' } },
	});
	const withoutPhone = await somebody('whatsapp');
	const byId = await accepted(withoutPhone, text('To an ID'), { callbackData: 'our-id' });
	expect(byId.body).toMatchObject({ recipient: withoutPhone.contact.id, biz_opaque_callback_data: 'our-id' });
	expect(byId.body).not.toHaveProperty('to');
	expect(byId.callbackData).toBe('our-id');
});

test.each(['messenger', 'instagram'] as const)(
	'%s: a text is a response, without any tag',
	async (channel) => {
		const to = await somebody(channel);
		const { body } = await accepted(to, text('Shall we?'));
		expect(body).toEqual({
			...{ recipient: { id: to.contact.id }, messaging_type: 'RESPONSE', message: { text: 'Shall we?' } },
		});
	},
);

test('Instagram through its linked Page', async () => {
	const to = await somebody('instagram');
	const result = await sendMessage(
		async (request) => {
			expect(request.path).toBe(`${accountOf('messenger')}/messages`);
			return await graph(request);
		},
		{ conversation: to, content: text('Through the Page'), linkedPage: accountOf('messenger') },
		START,
	);
	expect(result.outcome).toBe('accepted');
});

test('buttons: reply buttons on WhatsApp, quick replies elsewhere', async () => {
	const { body } = await accepted(await somebody('whatsapp'), {
		...buttons,
		header: 'Dentist',
		footer: 'Tap one',
	});
	expect(body.interactive).toEqual({
		...{ type: 'button', body: { text: 'Shall we book it?' } },
		...{ header: { type: 'text', text: 'Dentist' }, footer: { text: 'Tap one' } },
		action: {
			buttons: [
				{ type: 'reply', reply: { id: 'yes', title: 'Yes, please' } },
				{ type: 'reply', reply: { id: 'no', title: 'Not now' } },
			],
		},
	});
	for (const channel of ['messenger', 'instagram'] as const) {
		const message = await accepted(await somebody(channel), buttons);
		expect(message.body.message).toEqual({
			text: 'Shall we book it?',
			quick_replies: [
				{ content_type: 'text', title: 'Yes, please', payload: 'yes' },
				{ content_type: 'text', title: 'Not now', payload: 'no' },
			],
		});
	}
});

test.each(['image', 'video', 'audio', 'document'] as const)('%s by link on every platform', async (type) => {
	const link = 'https://example.com/file';
	const caption = type === 'audio' ? {} : { caption: 'Our menu' };
	const name = type === 'document' ? { filename: 'menu.pdf' } : {};
	const whatsApp = await accepted(await somebody('whatsapp'), {
		kind: 'media',
		type,
		link,
		...caption,
		...name,
	});
	expect(whatsApp.body).toMatchObject({ type, [type]: { link, ...caption, ...name } });
	for (const channel of ['messenger', 'instagram'] as const) {
		const { body } = await accepted(await somebody(channel), { kind: 'media', type, link });
		const attachment = { type: type === 'document' ? 'file' : type, payload: { url: link } };
		expect(body.message).toEqual({ attachment });
	}
});

test('a file is uploaded as it is and sent by its ID', async () => {
	const file = {
		bytes: Buffer.from('not really a PDF \u0000\u00ff', 'latin1'),
		mimeType: 'application/pdf',
		fileName: 'a.pdf',
	};
	const id = await uploadMedia(graph, { channel: 'whatsapp', account: accountOf('whatsapp') }, file);
	const kept = await graph({ method: 'GET', path: id });
	expect(kept.body).toMatchObject({ mime_type: 'application/pdf', file_size: file.bytes.length });
	const { body } = await accepted(await somebody('whatsapp'), { kind: 'media', type: 'document', id });
	expect(body.document).toEqual({ id });
	const stranger = { channel: 'whatsapp', account: '999' } as const;
	await expect(uploadMedia(graph, stranger, file)).rejects.toMatchObject({ name: 'GraphError', code: 100 });
});

test('a template with values for header, text and buttons', async () => {
	const template = {
		...{ name: 'appointment_reminder', language: 'en_US', parameters: [{ text: 'Ana' }] },
		header: { type: 'image' as const, link: 'https://example.com/a.png' },
		buttons: [
			{ index: 0, type: 'url' as const, text: 'orders/1' },
			{ index: 1, type: 'copy_code' as const, text: 'SAVE' },
			{ index: 2, type: 'quick_reply' as const, text: 'yes' },
		],
	};
	const { body } = await accepted(await somebody('whatsapp'), { kind: 'template', template });
	expect(body.template).toEqual({
		...{ name: 'appointment_reminder', language: { code: 'en_US' } },
		components: [
			{ type: 'header', parameters: [{ type: 'image', image: { link: 'https://example.com/a.png' } }] },
			{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] },
			{ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'orders/1' }] },
			{
				...{ type: 'button', sub_type: 'copy_code', index: '1' },
				parameters: [{ type: 'coupon_code', coupon_code: 'SAVE' }],
			},
			{
				...{ type: 'button', sub_type: 'quick_reply', index: '2' },
				parameters: [{ type: 'payload', payload: 'yes' }],
			},
		],
	});
});

test('mark as read, with the sign that somebody is writing', async () => {
	for (const channel of ['whatsapp', 'messenger', 'instagram'] as const) {
		const to = await somebody(channel);
		await markAsRead(graph, { conversation: to, messageId: to.wrote, typing: true });
		const { messages } = await sandbox.api('GET', '/state');
		const read = messages.find(({ id }: { id: string }) => id === to.wrote);
		expect(read.states.read).toBeDefined();
	}
	const to = await somebody('whatsapp');
	await expect(markAsRead(graph, { conversation: to })).rejects.toThrow('fill in Message ID');
	await expect(markAsRead(graph, { conversation: to, messageId: 'wamid.nobody' })).rejects.toMatchObject({
		...{ name: 'GraphError', code: 100 },
	});
});

test('what a platform does not take is refused before Meta is asked, with what to do', async () => {
	const asked: string[] = [];
	const watched: GraphTransport = async (request) => {
		asked.push(request.path);
		return await graph(request);
	};
	const refused: [Channel, Outgoing, RegExp][] = [
		['whatsapp', text('a'.repeat(4097)), /4097 characters; WhatsApp allows 4096/],
		['messenger', text('a'.repeat(2001)), /2001 characters; Messenger allows 2000/],
		['instagram', text('ñ'.repeat(501)), /1002 bytes; Instagram allows 1000/],
		['whatsapp', text('  '), /empty/],
		['messenger', { kind: 'media', type: 'image', id: '1' }, /by link only/],
		['instagram', { kind: 'media', type: 'image', link: 'https://a.b/c', caption: 'x' }, /no captions/],
		['whatsapp', { kind: 'media', type: 'image', link: 'file:///etc/passwd' }, /no web address/],
		[
			'whatsapp',
			{ kind: 'media', type: 'audio', link: 'https://a.b/c', caption: 'x' },
			/Audio has no caption/,
		],
		['whatsapp', { kind: 'media', type: 'image' }, /no file/],
		['whatsapp', { ...buttons, buttons: [] }, /0 buttons; WhatsApp takes 1 to 3/],
		[
			'whatsapp',
			{ ...buttons, buttons: [{ title: 'x'.repeat(21), id: 'a' }] },
			/21 characters; WhatsApp allows 20/,
		],
		['whatsapp', { ...buttons, text: 'x'.repeat(1025) }, /1025 characters; WhatsApp allows 1024/],
		['messenger', { ...buttons, header: 'x' }, /no header or footer/],
		[
			'messenger',
			{ kind: 'template', template: { name: 'a', language: 'es', parameters: [] } },
			/no templates/,
		],
	] as [Channel, Outgoing, RegExp][];
	for (const [channel, content, complaint] of refused) {
		const conversation = { channel, account: accountOf(channel), contact: { id: '573001112233' } };
		const result = await sendMessage(watched, { conversation, content }, START);
		expect(result).toMatchObject({ outcome: 'failed', message: expect.stringMatching(complaint) });
	}
	expect(asked).toEqual([]);
});

test('an answer that is lost after Meta accepted leaves the outcome unknown; no connection at all does not', async () => {
	const to = await somebody('whatsapp');
	await sandbox.api('POST', '/faults', { target: 'send', count: 1, reset: true, afterAccept: true });
	expect(await sendMessage(graph, { conversation: to, content: text('Lost') }, START)).toMatchObject({
		outcome: 'unknown',
	});
	const { messages } = await sandbox.api('GET', '/state');
	expect(messages.filter((message: { text: string }) => message.text === 'Lost')).toHaveLength(1);
	const closed = await startSandboxProcess();
	await closed.close();
	const nowhere = graphTo(closed.url);
	const never = await sendMessage(nowhere, { conversation: to, content: text('Never') }, START);
	expect(never).toMatchObject({ outcome: 'retry', message: expect.stringContaining('ECONNREFUSED') });
});

test('a template that Meta holds for a quality check is accepted and shown as held', async () => {
	const to = await somebody('whatsapp');
	await sandbox.api('POST', '/faults', { target: 'send', count: 1, mode: 'held' });
	const template = { name: 'appointment_reminder', language: 'en_US', parameters: [{ text: 'Ana' }] };
	const result = await sendMessage(
		graph,
		{ conversation: to, content: { kind: 'template', template } },
		START,
	);
	expect(result).toMatchObject({ outcome: 'accepted', held: true });
});
