import { app, hasStatus, number, useSandbox } from './world.ts';

const { world, api, state, graph, customer, writes, sendText, sendTemplate, sendPage } = useSandbox();
const phone = '+573001112233';
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const value = (webhook: any) => webhook.body.entry[0].changes[0].value;

describe('webhooks', () => {
	test('are signed over the exact bytes, with everything beyond ASCII escaped in lowercase hex', async () => {
		await writes(await customer({ phone, name: 'Íñigo' }), '¿mañana? 😀');
		const [webhook] = world.receiver.received;
		expect(webhook?.signed).toBe(true);
		expect(webhook?.raw).toContain('\\u00bfma\\u00f1ana? \\ud83d\\ude00');
		expect(webhook?.raw).toMatch(/^[\x20-\x7e]+$/);
		expect(value(webhook).messages[0].text.body).toBe('¿mañana? 😀');
	});

	test('of WhatsApp carry time as text in seconds; of Messenger and Instagram as a number in milliseconds', async () => {
		const at = Date.parse('2026-11-20T10:00:00.500Z');
		await writes(await customer({ phone }), 'a', at);
		await writes(await customer({ channel: 'messenger' }), 'b', at);
		await writes(await customer({ channel: 'instagram' }), 'c', at);
		const [whatsapp, messenger, instagram] = world.receiver.received;
		expect(value(whatsapp).messages[0].timestamp).toBe('1795168800');
		expect(messenger?.body).toMatchObject({
			object: 'page',
			entry: [{ messaging: [{ timestamp: at, message: { text: 'b' } }] }],
		});
		expect(instagram?.body).toMatchObject({
			object: 'instagram',
			entry: [{ messaging: [{ timestamp: at, message: { text: 'c' } }] }],
		});
	});

	test('of a customer without a phone carry no phone keys at all', async () => {
		const ana = await customer();
		await writes(ana);
		const [webhook] = world.receiver.received;
		expect(value(webhook).contacts[0]).toEqual({ profile: { name: 'Ana' }, user_id: ana.userId });
		expect(value(webhook).messages[0]).toMatchObject({ from_user_id: ana.userId });
		expect(value(webhook).messages[0]).not.toHaveProperty('from');
	});

	test('are retried until the answer is 200, and the log tells every attempt', async () => {
		world.receiver.answers.splice(0, Infinity, 500, 503, 200);
		await writes(await customer({ phone }));
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(world.receiver.received).toHaveLength(3);
		expect(new Set(world.receiver.received.map((webhook) => webhook.raw)).size).toBe(1);
		const [delivery] = (await state()).deliveries;
		expect(delivery).toMatchObject({
			done: true,
			attempts: [{ status: 500 }, { status: 503 }, { status: 200 }],
		});
		expect((await api('GET', `/deliveries/${delivery.id}`)).body).toBe(world.receiver.received[0]?.raw);
	});

	test('can be duplicated', async () => {
		await api('PUT', '/settings', { duplicateWebhooks: true });
		await writes(await customer({ phone }));
		expect(world.receiver.received).toHaveLength(2);
	});

	test('can carry several events in one delivery', async () => {
		await api('PUT', '/settings', { batchMs: 500 });
		const ana = await customer({ phone });
		const bob = await customer({ channel: 'messenger' });
		for (const text of ['a', 'b']) for (const one of [ana, bob]) await writes(one, text);
		await world.receiver.next((webhook) => webhook.body.object === 'page');
		expect(world.receiver.received).toHaveLength(2);
		expect(
			world.receiver.received.find((webhook) => webhook.body.object === 'page')?.body.entry[0].messaging,
		).toHaveLength(2);
		expect(
			world.receiver.received.find((webhook) => webhook.body.object !== 'page')?.body.entry[0].changes,
		).toHaveLength(2);
	});

	test('can be delivered by hand, signed, forged or raw', async () => {
		expect(await api('POST', '/deliver', { body: { object: 'page', text: 'ñ' } })).toMatchObject({
			status: 200,
		});
		await api('POST', '/deliver', { body: { object: 'page' }, signature: 'forged' });
		await api('POST', '/deliver', { raw: '{not json', signature: 'valid', contentType: 'text/plain' });
		await api('POST', '/deliver', { body: {}, signature: 'none' });
		expect(world.receiver.received.map((webhook) => webhook.signed)).toEqual([true, false, true, false]);
		expect(world.receiver.received[2]).toMatchObject({
			raw: '{not json',
			headers: { 'content-type': 'text/plain' },
		});
		expect(world.receiver.received[3]?.headers).not.toHaveProperty('x-hub-signature-256');
	});
});

describe('statuses', () => {
	test('follow as sent and delivered, with the price, the user ID and our own data', async () => {
		const ana = await customer({ phone });
		await writes(ana);
		const { body } = await sendText(phone, 'hola', { biz_opaque_callback_data: 'key-1' });
		const sent = await world.receiver.next(hasStatus(body.messages[0].id, 'sent'));
		expect(value(sent).statuses[0]).toMatchObject({
			recipient_id: '573001112233',
			recipient_user_id: ana.userId,
			biz_opaque_callback_data: 'key-1',
			pricing: { pricing_model: 'PMP', type: 'free_customer_service', category: 'service' },
		});
		await world.receiver.next(hasStatus(body.messages[0].id, 'delivered'));
	});

	test('price by the rules of October 2026: beyond the free messages service is billed, a template always', async () => {
		await api('PUT', '/settings', { freeServiceMessages: 1 });
		await writes(await customer({ phone }));
		const price = async (answer: Promise<{ body: { messages: { id: string }[] } }>) =>
			value(await world.receiver.next(hasStatus((await answer).body.messages[0]?.id ?? '', 'sent')))
				.statuses[0].pricing;
		expect(await price(sendText(phone, 'uno'))).toMatchObject({
			type: 'free_customer_service',
			category: 'service',
		});
		expect(await price(sendText(phone, 'dos'))).toMatchObject({ type: 'regular', category: 'service' });
		expect(await price(sendTemplate(phone, 'confirmacion_de_compra'))).toMatchObject({
			type: 'regular',
			category: 'utility',
		});
	});

	test('are free and name the conversation after an ad, once the business answered', async () => {
		const ana = await customer({ phone });
		await api('POST', `/customers/${ana.id}/events`, { kind: 'referral' });
		const { body } = await sendText(phone, 'hola');
		const sent = await world.receiver.next(hasStatus(body.messages[0].id, 'sent'));
		expect(value(sent).statuses[0]).toMatchObject({
			pricing: { type: 'free_entry_point' },
			conversation: { origin: { type: 'referral_conversion' } },
		});
	});

	test('end in read when the customer looks', async () => {
		const ana = await customer({ phone });
		await writes(ana);
		const { body } = await sendText(phone, 'hola');
		await world.receiver.next(hasStatus(body.messages[0].id, 'delivered'));
		await api('POST', `/customers/${ana.id}/events`, { kind: 'read' });
		await world.receiver.next(hasStatus(body.messages[0].id, 'read'));
		expect((await state()).messages.at(-1).states).toMatchObject({
			sent: expect.any(String),
			delivered: expect.any(String),
			read: expect.any(String),
		});
	});

	test('are a watermark on Messenger and a message id on Instagram', async () => {
		for (const channel of ['messenger', 'instagram']) {
			const bob = await customer({ channel });
			await writes(bob);
			const { body } = await sendPage(bob.contactId, { text: 'hola' }, {}, 'me');
			if (channel === 'messenger') {
				const delivered = await world.receiver.next(
					(webhook) => webhook.body.entry[0].messaging?.[0].delivery,
				);
				expect(delivered.body.entry[0].messaging[0].delivery.mids).toEqual([body.message_id]);
			}
			await new Promise((resolve) => setTimeout(resolve, 60));
			await api('POST', `/customers/${bob.id}/events`, { kind: 'read' });
			const object = channel === 'messenger' ? 'page' : 'instagram';
			const read = await world.receiver.next(
				(webhook) => webhook.body.object === object && webhook.body.entry[0].messaging?.[0].read,
			);
			expect(read.body.entry[0].messaging[0].read).toEqual(
				channel === 'messenger' ? { watermark: expect.any(Number) } : { mid: body.message_id },
			);
		}
	});

	test('can be muted', async () => {
		await api('PUT', '/settings', { muteStatuses: true });
		await writes(await customer({ phone }));
		await sendText(phone, 'hola');
		await new Promise((resolve) => setTimeout(resolve, 80));
		expect(world.receiver.received).toHaveLength(1);
	});
});

describe('what else happens', () => {
	test('a person at the business is an smb echo on WhatsApp and an echo without app id elsewhere', async () => {
		const ana = await customer({ phone });
		await api('POST', `/customers/${ana.id}/business`, { text: 'soy yo', wait: true });
		expect(world.receiver.received[0]?.body.entry[0].changes[0]).toMatchObject({
			field: 'smb_message_echoes',
			value: { message_echoes: [{ from: '576015550100', to: '573001112233', text: { body: 'soy yo' } }] },
		});
		const bob = await customer({ channel: 'messenger' });
		await api('POST', `/customers/${bob.id}/business`, { text: 'me', wait: true });
		const echo = world.receiver.received[1]?.body.entry[0].messaging[0];
		expect(echo.message).toMatchObject({ is_echo: true, text: 'me' });
		expect(echo.message).not.toHaveProperty('app_id');
	});

	test('a new user ID comes as a system message without contacts, and only the new one works', async () => {
		const ana = await customer();
		await writes(ana);
		const { customer: changed } = await api('POST', `/customers/${ana.id}/events`, {
			kind: 'new_user_id',
			wait: true,
		});
		const system = value(world.receiver.received[1]);
		expect(system).not.toHaveProperty('contacts');
		expect(system.messages[0].system).toMatchObject({
			type: 'user_changed_user_id',
			user_id: changed.userId,
			previous_user_id: ana.userId,
		});
		const send = (recipient: string) =>
			graph('POST', `/${number}/messages`, {
				messaging_product: 'whatsapp',
				recipient,
				type: 'text',
				text: { body: 'hola' },
			});
		expect((await send(changed.userId)).status).toBe(200);
		expect((await send(ana.userId)).body.error.code).toBe(131047);
	});

	test('a new number comes with the new wa_id', async () => {
		const ana = await customer({ phone });
		await api('POST', `/customers/${ana.id}/events`, {
			kind: 'new_user_id',
			phone: '+573009998877',
			wait: true,
		});
		expect(value(world.receiver.received[0]).messages[0].system).toMatchObject({
			type: 'user_changed_number',
			wa_id: '573009998877',
		});
	});

	test.each([
		['button', { kind: 'button', text: 'Sí' }, { type: 'button', button: { text: 'Sí', payload: 'Sí' } }],
		[
			'interactive button',
			{ kind: 'button', text: 'Sí', payload: 'yes', interactive: true },
			{ type: 'interactive', interactive: { button_reply: { id: 'yes', title: 'Sí' } } },
		],
		[
			'reaction',
			{ kind: 'reaction', emoji: '❤️', messageId: 'wamid.X' },
			{ type: 'reaction', reaction: { message_id: 'wamid.X', emoji: '❤️' } },
		],
		['ad', { kind: 'referral' }, { type: 'text', referral: { source_type: 'ad' } }],
	])('a %s has the form Meta gives it', async (_what, event, expected) => {
		const ana = await customer({ phone });
		await api('POST', `/customers/${ana.id}/events`, { ...event, wait: true });
		expect(value(world.receiver.received[0]).messages[0]).toMatchObject(expected);
	});

	test('a stop of marketing comes as user_preferences', async () => {
		const ana = await customer({ phone });
		await api('POST', `/customers/${ana.id}/events`, { kind: 'stop_marketing', wait: true });
		expect(world.receiver.received[0]?.body.entry[0].changes[0]).toMatchObject({
			field: 'user_preferences',
			value: { user_preferences: [{ value: 'stop', category: 'marketing_messages', wa_id: '573001112233' }] },
		});
	});
});

describe('the handshake', () => {
	test('is done on request and reported', async () => {
		expect(await api('POST', '/handshake')).toMatchObject({ ok: true, status: 200 });
		await api('PUT', '/settings', { verifyToken: 'another-token' });
		expect(await api('POST', '/handshake')).toMatchObject({ ok: false, status: 403 });
		await api('PUT', '/settings', { verifyToken: 'sandbox-verify-token' });
	});

	test('decides whether a subscription is taken; events then go to its address', async () => {
		const subscribe = (token: string) =>
			graph('POST', `/${app}/subscriptions`, {
				object: 'whatsapp_business_account',
				callback_url: world.receiver.url,
				verify_token: token,
				fields: 'messages',
			});
		expect((await subscribe('wrong')).body.error.code).toBe(2200);
		await api('PUT', '/settings', { webhook: null });
		expect((await subscribe('sandbox-verify-token')).body).toEqual({ success: true });
		expect((await graph('GET', `/${app}/subscriptions`)).body.data).toMatchObject([
			{ object: 'whatsapp_business_account', active: true },
		]);
		await writes(await customer({ phone }));
		expect(world.receiver.received).toHaveLength(1);
		await graph('DELETE', `/${app}/subscriptions?object=whatsapp_business_account`);
		await writes(await customer());
		expect(world.receiver.received).toHaveLength(1);
	});
});
