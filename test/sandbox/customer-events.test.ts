import { bodyTexts, hasStatus, hour, useSandbox, violations } from './world.ts';

const { world, api, state, customer, writes, sendText, sendTemplate } = useSandbox();
const phone = '+573001112233';
const event = (id: string, kind: string, more: object = {}) =>
	api('POST', `/customers/${id}/events`, { kind, wait: true, ...more });
const change = (index = -1) => world.receiver.received.at(index)?.body.entry[0].changes[0];
const conversation = async () => (await state()).conversations[0];

describe("Meta's opt-out button", () => {
	test.each([
		['es', 'Detener promociones'],
		['en', 'Stop promotions'],
	])('in %s has the label as its payload and stops marketing', async (lang, label) => {
		await api('PUT', '/settings', { lang });
		const ana = await customer({ phone });
		await event(ana.id, 'opt_out_button');
		await api('PUT', '/settings', { lang: 'es' });
		expect(change().value.messages[0]).toMatchObject({
			type: 'button',
			button: { text: label, payload: label },
		});
		await sendTemplate(phone, 'promocion_de_temporada', 'es', bodyTexts('Ana', '10 %'));
		expect(await violations(state())).toEqual(['marketing_after_stop']);
	});

	test('can carry any label', async () => {
		const ana = await customer({ phone });
		await event(ana.id, 'opt_out_button', { text: 'Ofertas: no' });
		expect(change().value.messages[0].button).toEqual({ text: 'Ofertas: no', payload: 'Ofertas: no' });
		expect((await conversation()).marketingStopped).toBe(true);
	});
});

describe('what is no message of the customer', () => {
	test.each([
		['request_welcome', {}, { messages: [{ type: 'request_welcome' }] }],
		[
			'payment_status',
			{ status: 'failed' },
			{ statuses: [{ type: 'payment', status: 'failed', payment: { currency: 'BRL' } }] },
		],
		[
			'group_status',
			{ status: 'read' },
			{ statuses: [{ status: 'read', recipient_type: 'group', recipient_participant_id: '573001112233' }] },
		],
		[
			'unknown_type',
			{ type: 'poll_vote', content: { choice: 2 } },
			{ messages: [{ type: 'poll_vote', poll_vote: { choice: 2 } }] },
		],
	])('%s opens no window', async (kind, more, expected) => {
		const ana = await customer({ phone });
		await event(ana.id, kind, more);
		expect(change()).toMatchObject({ field: 'messages', value: expected });
		expect(await conversation()).toMatchObject({ window: { open: false }, lastInboundAt: null });
		expect((await sendText(phone, 'hola')).body.error.code).toBe(131047);
	});

	test("a payment that failed leaves the message's own statuses alone", async () => {
		const ana = await customer({ phone });
		await writes(ana);
		const { body } = await sendText(phone, 'paga aquí');
		await world.receiver.next(hasStatus(body.messages[0].id, 'delivered'));
		await event(ana.id, 'payment_status', { status: 'failed' });
		expect(change().value.statuses[0]).toMatchObject({ id: body.messages[0].id, status: 'failed' });
		expect((await state()).messages.at(-1).states).not.toHaveProperty('failed');
	});
});

describe('a location', () => {
	test('is a message, also when its type is left out', async () => {
		const ana = await customer({ phone });
		await event(ana.id, 'location');
		expect(change().value.messages[0]).toMatchObject({ type: 'location', location: { name: 'Sandbox' } });
		await event(ana.id, 'location', { withoutType: true, name: 'Casa' });
		expect(change().value.messages[0]).toMatchObject({ location: { name: 'Casa' } });
		expect(change().value.messages[0]).not.toHaveProperty('type');
		expect((await conversation()).window.open).toBe(true);
	});
});

describe('a reaction', () => {
	test.each(['👍', '❤️', '✅', '🙏'])('%s belongs to a message and can be taken back', async (emoji) => {
		const ana = await customer({ phone });
		await writes(ana);
		const { body } = await sendText(phone, '¿mañana a las 10?');
		const [{ id }] = body.messages;
		await sendText(phone, '¿o a las 11?');
		await event(ana.id, 'reaction', { emoji, messageId: id });
		await world.receiver.next(({ raw }) => raw.includes('"type":"reaction"'));
		const reacted = (await state()).messages.find((message: { id: string }) => message.id === id);
		expect(reacted.reaction).toBe(emoji);
		await event(ana.id, 'reaction', { emoji: null, messageId: id });
		const takenBack = await world.receiver.next(({ body: { entry } }) => {
			const message = entry[0].changes[0].value.messages?.[0];
			return message?.type === 'reaction' && message.reaction.emoji === undefined;
		});
		expect(takenBack.body.entry[0].changes[0].value.messages[0].reaction).toEqual({ message_id: id });
	});
});

describe('wishes about marketing', () => {
	test('stand by their own time, however late they are told', async () => {
		const ana = await customer({ phone });
		const now = Date.now();
		const stopped = async () => (await conversation()).marketingStopped;
		await event(ana.id, 'stop_marketing', { at: now - 3 * hour });
		expect(await stopped()).toBe(true);
		await event(ana.id, 'signup_marketing', { at: now - hour });
		expect(change().value.user_preferences[0]).toMatchObject({
			value: 'signup',
			timestamp: Math.floor((now - hour) / 1000),
		});
		await event(ana.id, 'stop_marketing', { at: now - 2 * hour });
		expect(await stopped()).toBe(false);
		await event(ana.id, 'stop_marketing', { at: now });
		await event(ana.id, 'resume_marketing', { at: now - hour / 2 });
		expect(await stopped()).toBe(true);
	});

	test('and stop words too', async () => {
		const ana = await customer({ phone });
		const now = Date.now();
		const stopped = async () => (await conversation()).stopped !== null;
		await writes(ana, 'alta', now - hour);
		await writes(ana, 'BAJA', now - 2 * hour);
		expect(await stopped()).toBe(false);
		await writes(ana, 'stop', now);
		await writes(ana, 'start', now - 1_000);
		expect(await stopped()).toBe(true);
	});
});

describe('echoes on WhatsApp', () => {
	test("can come in the field of the dashboard's sample and name the bot that made them", async () => {
		const ana = await customer({ phone });
		await api('POST', `/customers/${ana.id}/business`, {
			text: 'Respondemos pronto',
			field: 'message_echoes',
			creation: 'created_by_1p_bot',
			wait: true,
		});
		expect(change()).toMatchObject({
			field: 'message_echoes',
			value: { message_echoes: [{ to: '573001112233', message_creation_type: 'created_by_1p_bot' }] },
		});
		await expect(
			api('POST', `/customers/${ana.id}/business`, { text: 'x', field: 'echoes' }),
		).rejects.toThrow('smb_message_echoes, message_echoes');
	});
});

test('a template whose answer is lost is proved by its statuses, with our own data', async () => {
	await customer({ phone });
	await api('POST', '/faults', { target: 'send', count: 1, reset: true, afterAccept: true });
	const lost = sendText(phone, '', {
		type: 'template',
		template: {
			name: 'recordatorio_cita',
			language: { code: 'es' },
			components: bodyTexts('Ana'),
		},
		biz_opaque_callback_data: 'follow-up-7',
	});
	await expect(lost).rejects.toThrow();
	const [message] = (await state()).messages;
	expect(message).toMatchObject({ type: 'template', text: expect.stringContaining('Hola Ana') });
	const delivered = await world.receiver.next(hasStatus(message.id, 'delivered'));
	expect(delivered.body.entry[0].changes[0].value.statuses[0]).toMatchObject({
		biz_opaque_callback_data: 'follow-up-7',
		recipient_id: '573001112233',
	});
});
