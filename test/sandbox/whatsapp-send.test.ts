import { bodyTexts, hasStatus, hour, number, useSandbox, violations } from './world.ts';

const { world, api, state, graph, customer, writes, sendText, sendTemplate } = useSandbox();
const phone = '+573001112233';

describe('sending on WhatsApp', () => {
	test('accepts a text inside the window and answers as Meta does', async () => {
		const ana = await customer({ phone });
		await writes(ana);
		const { status, body } = await sendText(phone, 'hola Ana');
		expect(status).toBe(200);
		expect(body).toEqual({
			messaging_product: 'whatsapp',
			contacts: [{ input: phone, wa_id: '573001112233', user_id: ana.userId }],
			messages: [{ id: expect.stringMatching(/^wamid\./) }],
		});
	});

	test('sends to a user ID and then tells no phone', async () => {
		const ana = await customer();
		await writes(ana);
		const { body } = await graph('POST', `/${number}/messages`, {
			messaging_product: 'whatsapp',
			recipient: ana.userId,
			type: 'text',
			text: { body: 'hola' },
		});
		expect(body.contacts).toEqual([{ input: ana.userId, user_id: ana.userId }]);
	});

	test('refuses another access token with 190', async () => {
		const { status, body } = await graph('POST', `/${number}/messages`, {}, 'some-other-token');
		expect(status).toBe(401);
		expect(body.error).toMatchObject({ code: 190, type: 'OAuthException', fbtrace_id: expect.any(String) });
	});

	test('takes the token from the query as well', async () => {
		const response = await fetch(
			`${world.sandbox.url}/graph/v27.0/${number}?access_token=sandbox-access-token`,
		);
		expect(await response.json()).toMatchObject({ display_phone_number: '+57 601 555 0100' });
	});

	test('refuses a number without + and records it, because Meta would write to someone else', async () => {
		await writes(await customer({ phone }));
		const { body } = await sendText('573001112233', 'hola');
		expect(body.error.code).toBe(100);
		expect(body.error.error_data.details).toContain('does not start with +');
		expect(await violations(state())).toEqual(['number_without_plus']);
	});

	test('lets "to" win over "recipient" and records that both were given', async () => {
		const ana = await customer({ phone });
		await writes(ana);
		expect((await sendText(phone, 'hola', { recipient: ana.userId })).status).toBe(200);
		expect(await violations(state())).toEqual(['two_recipients']);
	});

	test.each([
		['an unknown type', { type: 'poll' }],
		['an empty text', { text: { body: ' ' } }],
		['4097 characters', { text: { body: 'a'.repeat(4097) } }],
		['another product', { messaging_product: 'messenger' }],
		['callback data beyond 512 characters', { biz_opaque_callback_data: 'k'.repeat(513) }],
		[
			'four buttons',
			{
				type: 'interactive',
				interactive: { type: 'button', body: { text: 'x' }, action: { buttons: [1, 2, 3, 4] } },
			},
		],
		['media with both id and link', { type: 'image', image: { id: '1', link: 'https://x.test' } }],
	])('refuses %s with 100', async (_what, more) => {
		await writes(await customer({ phone }));
		const { status, body } = await sendText(phone, 'hola', more);
		expect([status, body.error.code]).toEqual([400, 100]);
	});

	test('accepts 4096 characters, counted as a person counts them', async () => {
		await writes(await customer({ phone }));
		expect((await sendText(phone, '😀'.repeat(4096))).status).toBe(200);
	});
});

describe('the WhatsApp window', () => {
	test('refuses a free-form message 24 h after the last customer message with 131047 and records it', async () => {
		await writes(await customer({ phone }), 'hola', Date.now() - 24 * hour);
		const { body } = await sendText(phone, 'tarde');
		expect(body.error).toMatchObject({ code: 131047, message: '(#131047) Re-engagement message' });
		expect(await violations(state())).toEqual(['outside_window']);
		expect((await state()).messages).toHaveLength(1);
	});

	test('allows it just before', async () => {
		await writes(await customer({ phone }), 'hola', Date.now() - 24 * hour + 5_000);
		expect((await sendText(phone, 'a tiempo')).status).toBe(200);
	});

	test('can report 131047 later, as a failed status', async () => {
		await api('PUT', '/settings', { windowErrors: 'status' });
		await customer({ phone });
		const { status, body } = await sendText(phone, 'tarde');
		expect(status).toBe(200);
		const failed = await world.receiver.next(hasStatus(body.messages[0].id, 'failed'));
		expect(failed.body.entry[0].changes[0].value).toMatchObject({
			statuses: [{ errors: [{ code: 131047 }] }],
		});
	});

	test('never moves back for a message that arrives late', async () => {
		const ana = await customer({ phone });
		await writes(ana, 'new', Date.now() - hour);
		await writes(ana, 'old', Date.now() - 30 * hour);
		expect((await sendText(phone, 'hola')).status).toBe(200);
	});

	test('opens with a call but not with a reaction, a preference or a person at the business', async () => {
		const ana = await customer({ phone });
		const opened = async () => (await state()).conversations[0].window.open;
		await api('POST', `/customers/${ana.id}/business`, { text: 'hola' });
		await api('POST', `/customers/${ana.id}/events`, { kind: 'reaction' });
		await api('POST', `/customers/${ana.id}/events`, { kind: 'stop_marketing' });
		expect(await opened()).toBe(false);
		await api('POST', `/customers/${ana.id}/events`, { kind: 'call' });
		expect(await opened()).toBe(true);
	});
});

describe('WhatsApp templates', () => {
	test('go outside the window, filled in, with message_status', async () => {
		await customer({ phone });
		const { body } = await sendTemplate(phone, 'recordatorio_cita', 'es', bodyTexts('Ana'));
		expect(body.messages[0].message_status).toBe('accepted');
		const [message] = (await state()).messages;
		expect(message).toMatchObject({
			type: 'template',
			windowOpenAtSend: false,
			template: { name: 'recordatorio_cita', language: 'es', category: 'UTILITY' },
		});
		expect(message.text).toContain('Hola Ana, tu solicitud');
	});

	test.each([
		['an unknown name', 'no_existe', 'es', [], 132001],
		['another language', 'confirmacion_de_compra', 'en_US', [], 132001],
		['a rejected one', 'plantilla_rechazada', 'es', [], 132001],
		['a paused one', 'plantilla_pausada', 'es', [], 132015],
		['a disabled one', 'plantilla_desactivada', 'es', [], 132016],
		['too few parameters', 'recordatorio_cita', 'es', [], 132000],
		['too many parameters', 'recordatorio_cita', 'es', bodyTexts('Ana', 'Luis'), 132000],
		[
			'positional parameters where names are wanted',
			'seguimiento_con_nombre',
			'es',
			bodyTexts('Ana', 'cita'),
			132012,
		],
		['a line break in a parameter', 'recordatorio_cita', 'es', bodyTexts('A\nB'), 132018],
	])('refuse %s', async (_what, name, language, components, code) => {
		await customer({ phone });
		expect((await sendTemplate(phone, name, language, components)).body.error.code).toBe(code);
	});

	test('take named parameters in any order', async () => {
		await customer({ phone });
		const named = (name: string, text: string) => ({ type: 'text', parameter_name: name, text });
		const components = [{ type: 'body', parameters: [named('tema', 'la cita'), named('nombre', 'Ana')] }];
		expect((await sendTemplate(phone, 'seguimiento_con_nombre', 'es', components)).status).toBe(200);
		expect((await state()).messages[0].text).toBe('Hola Ana, tu consulta sobre la cita sigue abierta.');
	});

	test('of marketing fail with 131050 after the customer stopped marketing, until it is resumed', async () => {
		const ana = await customer({ phone });
		await api('POST', `/customers/${ana.id}/events`, { kind: 'stop_marketing' });
		const first = await sendTemplate(phone, 'promocion_de_temporada', 'es', bodyTexts('Ana', '10 %'));
		const failed = await world.receiver.next(hasStatus(first.body.messages[0].id, 'failed'));
		expect(failed.body.entry[0].changes[0].value.statuses[0].errors[0].code).toBe(131050);
		expect(failed.body.entry[0].changes[0].value.contacts).toBeUndefined();
		expect(await violations(state())).toEqual(['marketing_after_stop']);

		await api('POST', `/customers/${ana.id}/events`, { kind: 'resume_marketing' });
		const second = await sendTemplate(phone, 'promocion_de_temporada', 'es', bodyTexts('Ana', '15 %'));
		await world.receiver.next(hasStatus(second.body.messages[0].id, 'delivered'));
	});

	test('of marketing do not reach US numbers outside a window', async () => {
		await customer({ phone: '+12025550123' });
		const { body } = await sendTemplate(
			'+12025550123',
			'promocion_de_temporada',
			'es',
			bodyTexts('Ana', '10 %'),
		);
		const failed = await world.receiver.next(hasStatus(body.messages[0].id, 'failed'));
		expect(failed.body.entry[0].changes[0].value.statuses[0].errors[0].code).toBe(131049);
	});
});

describe('WhatsApp limits', () => {
	test('46 messages in a row to one user end in 131056; another user is not affected', async () => {
		await api('PUT', '/settings', { muteStatuses: true });
		await writes(await customer({ phone }));
		await writes(await customer({ phone: '+573001112244' }));
		const codes = [];
		for (let index = 0; index < 46; index += 1)
			codes.push((await sendText(phone, `n ${index}`)).body.error?.code);
		expect(codes.filter((code) => code === undefined)).toHaveLength(45);
		expect(codes.at(-1)).toBe(131056);
		expect((await sendText('+573001112244', 'hola')).status).toBe(200);
	});

	test('more messages in a second than the number may send end in 130429', async () => {
		await api('PUT', '/settings', { throughputPerSecond: 3 });
		await writes(await customer({ phone }));
		const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => sendText(phone, text)));
		expect(answers.filter(({ body }) => body.error?.code === 130429)).toHaveLength(2);
	});
});

describe('faults', () => {
	test('answer with the code asked for, as often as asked for', async () => {
		await writes(await customer({ phone }));
		await api('POST', '/faults', {
			target: 'send',
			count: 1,
			status: 500,
			code: 131000,
			message: 'Something went wrong',
			headers: { 'retry-after': '7' },
		});
		const first = await sendText(phone, 'uno');
		expect([first.status, first.body.error.code, first.headers.get('retry-after')]).toEqual([
			500,
			131000,
			'7',
		]);
		expect((await sendText(phone, 'dos')).status).toBe(200);
	});

	test('for one customer are not taken by a message to another', async () => {
		const [one, other] = [await customer({ phone }), await customer({ phone: '+573001112234' })];
		for (const writer of [one, other]) await writes(writer);
		await api('POST', '/faults', { target: 'send', count: 1, customer: one.id, code: 190, status: 401 });
		expect((await sendText('+573001112234', 'hola')).status).toBe(200);
		expect((await sendText(phone, 'hola')).body.error.code).toBe(190);
		expect((await sendText(phone, 'hola')).status).toBe(200);
	});

	test('for a customer nobody knows, or of another kind than sends, are refused', async () => {
		await expect(api('POST', '/faults', { target: 'send', count: 1, customer: 'nobody' })).rejects.toThrow(
			'nobody',
		);
		await expect(api('POST', '/faults', { target: 'model', count: 1, customer: 'c1' })).rejects.toThrow(
			'send',
		);
	});

	test('can lose the answer of a message that was accepted', async () => {
		await writes(await customer({ phone }));
		await api('POST', '/faults', { target: 'send', count: 1, reset: true, afterAccept: true });
		await expect(sendText(phone, 'perdido', { biz_opaque_callback_data: 'k1' })).rejects.toThrow();
		expect((await state()).messages.at(-1)).toMatchObject({ text: 'perdido', callbackData: 'k1' });
	});

	test('can hold a request until the client gives up, before or after it was booked', async () => {
		await writes(await customer({ phone }));
		for (const afterAccept of [false, true]) {
			await api('POST', '/faults', { target: 'send', count: 1, hang: true, afterAccept });
			const send = fetch(`${world.sandbox.url}/graph/v27.0/${number}/messages`, {
				method: 'POST',
				signal: AbortSignal.timeout(150),
				headers: { authorization: 'Bearer sandbox-access-token' },
				body: JSON.stringify({
					messaging_product: 'whatsapp',
					to: phone,
					type: 'text',
					text: { body: `held ${afterAccept}` },
				}),
			});
			await expect(send).rejects.toThrow();
		}
		expect((await state()).messages.map((message: { text: string }) => message.text)).toEqual([
			'hola',
			'held true',
		]);
	});

	test('can let an accepted message fail later', async () => {
		await writes(await customer({ phone }));
		await api('POST', '/faults', { target: 'send', count: 1, mode: 'fail_later', code: 131049 });
		const { body } = await sendText(phone, 'hola');
		const failed = await world.receiver.next(hasStatus(body.messages[0].id, 'failed'));
		expect(failed.body.entry[0].changes[0].value.statuses[0]).toMatchObject({ errors: [{ code: 131049 }] });
	});

	test('that make no sense are refused with the list of what does', async () => {
		await expect(api('POST', '/faults', { target: 'sned', count: 1 })).rejects.toThrow('send, model, graph');
	});
});
