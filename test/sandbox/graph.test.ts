import { account, app, number, page, useSandbox } from './world.ts';

const { world, api, state, graph, customer, writes } = useSandbox();
type Template = { name: string; status: string };

describe('templates on the Graph', () => {
	test('come in pages that can be walked to the end', async () => {
		const names: string[] = [];
		let after = '';
		do {
			const { body } = await graph('GET', `/${account}/message_templates?limit=4${after}`);
			names.push(...body.data.map((template: Template) => template.name));
			after = body.paging.next ? `&after=${body.paging.cursors.after}` : '';
		} while (after);
		expect(names).toHaveLength(13);
		expect(new Set(names).size).toBe(13);
	});

	test('can be filtered and cut to fields', async () => {
		const { body } = await graph('GET', `/${account}/message_templates?status=PAUSED&fields=name,status`);
		expect(body.data).toEqual([{ id: expect.any(String), name: 'plantilla_pausada', status: 'PAUSED' }]);
		expect((await graph('GET', `/${page}/message_templates`)).body.data).toMatchObject([
			{ name: 'appointment_update' },
		]);
	});

	test('are pending when new, approved after a while with a webhook, and promotional ones become marketing', async () => {
		const create = (name: string, text: string) =>
			graph('POST', `/${account}/message_templates`, {
				name,
				language: 'es_MX',
				category: 'UTILITY',
				components: [{ type: 'BODY', text }],
			});
		expect((await create('nueva', 'Tu consulta sigue abierta.')).body).toEqual({
			id: expect.any(String),
			status: 'PENDING',
			category: 'UTILITY',
		});
		const webhook = await world.receiver.next(
			(one) => one.body.entry[0].changes?.[0].field === 'message_template_status_update',
		);
		expect(webhook.body.entry[0].changes[0].value).toMatchObject({
			event: 'APPROVED',
			message_template_name: 'nueva',
			message_template_language: 'es-MX',
			reason: null,
		});
		await create('oferta', 'Tenemos un descuento para ti.');
		await new Promise((resolve) => setTimeout(resolve, 80));
		expect((await state()).templates.find((template: Template) => template.name === 'oferta')).toMatchObject({
			status: 'APPROVED',
			category: 'MARKETING',
		});
	});

	test('are refused when they exist, have a bad name or no example', async () => {
		const create = (name: string, text: string) =>
			graph('POST', `/${account}/message_templates`, {
				name,
				language: 'es',
				category: 'UTILITY',
				components: [{ type: 'BODY', text }],
			});
		expect((await create('recordatorio_cita', 'x')).body.error.error_subcode).toBe(2388024);
		expect((await create('Con Mayúsculas', 'x')).body.error.code).toBe(100);
		expect((await create('sin_ejemplo', 'Hola {{1}}')).body.error.error_subcode).toBe(2388043);
	});

	test('can be deleted by name, and changed by the control API', async () => {
		expect((await graph('DELETE', `/${account}/message_templates?name=recordatorio_cita`)).body).toEqual({
			success: true,
		});
		expect(
			(await graph('DELETE', `/${account}/message_templates?name=recordatorio_cita`)).body.error.code,
		).toBe(100);
		await api('PATCH', '/templates/confirmacion_de_compra', { status: 'PAUSED' });
		await world.receiver.next((one) => one.body.entry[0].changes?.[0].value.event === 'PAUSED');
	});
});

describe('objects on the Graph', () => {
	test('the number, me, the token and a profile can be read', async () => {
		expect((await graph('GET', `/${number}?fields=display_phone_number`)).body).toEqual({
			id: number,
			display_phone_number: '+57 601 555 0100',
		});
		expect((await graph('GET', '/me')).body).toMatchObject({
			id: expect.any(String),
			name: 'Sandbox Business',
		});
		expect((await graph('GET', '/debug_token?input_token=sandbox-access-token')).body.data).toMatchObject({
			is_valid: true,
			app_id: app,
		});
		expect((await graph('GET', '/debug_token?input_token=other')).body.data.is_valid).toBe(false);
		const ines = await customer({ channel: 'instagram', username: 'ines.roa', name: 'Inés' });
		expect((await graph('GET', `/${ines.contactId}?fields=username`)).body).toEqual({
			id: ines.contactId,
			username: 'ines.roa',
		});
	});

	test('what does not exist is refused with 100/33, and a path nobody knows with 2500', async () => {
		expect((await graph('GET', '/999')).body.error).toMatchObject({ code: 100, error_subcode: 33 });
		expect((await graph('POST', '/999/messages', {})).body.error).toMatchObject({
			code: 100,
			error_subcode: 33,
		});
		expect((await graph('POST', '/a/b/c', {})).body.error.code).toBe(2500);
	});

	test('an app token is given for the right secret only', async () => {
		const ask = (secret: string) =>
			graph(
				'GET',
				`/oauth/access_token?client_id=${app}&client_secret=${secret}&grant_type=client_credentials`,
				undefined,
				'none',
			);
		expect((await ask('sandbox-app-secret')).body.access_token).toBe(`${app}|sandbox-app-secret`);
		expect((await ask('wrong')).body.error.code).toBe(101);
	});

	test('an app token is given for a form as well, as the trigger of n8n posts it', async () => {
		const ask = async (secret: string) => {
			const response = await fetch(`${world.sandbox.url}/graph/v19.0/oauth/access_token`, {
				method: 'POST',
				body: new URLSearchParams({
					client_id: app,
					client_secret: secret,
					grant_type: 'client_credentials',
				}),
			});
			return (await response.json()) as { access_token?: string; error?: { code: number } };
		};
		expect((await ask('sandbox-app-secret')).access_token).toBe(`${app}|sandbox-app-secret`);
		expect((await ask('wrong')).error?.code).toBe(101);
	});

	test('accounts can be subscribed and unsubscribed', async () => {
		expect((await graph('GET', `/${account}/subscribed_apps`)).body.data).toEqual([]);
		await graph('POST', `/${account}/subscribed_apps`);
		expect((await graph('GET', `/${account}/subscribed_apps`)).body.data).toHaveLength(1);
		await graph('DELETE', `/${account}/subscribed_apps`);
		expect((await graph('GET', `/${account}/subscribed_apps`)).body.data).toEqual([]);
	});

	test('media is taken, and its size and type kept', async () => {
		const form = new FormData();
		form.set('messaging_product', 'whatsapp');
		form.set('file', new Blob(['12345'], { type: 'image/png' }), 'x.png');
		const response = await fetch(`${world.sandbox.url}/graph/v27.0/${number}/media`, {
			method: 'POST',
			headers: { authorization: 'Bearer sandbox-access-token' },
			body: form,
		});
		const { id } = (await response.json()) as { id: string };
		expect((await graph('GET', `/${id}`)).body).toMatchObject({ mime_type: 'image/png', file_size: 5 });
	});

	test('a message is marked as read, with typing, and only one that came in', async () => {
		const { message } = await writes(await customer());
		const read = { messaging_product: 'whatsapp', status: 'read', typing_indicator: { type: 'text' } };
		expect((await graph('POST', `/${number}/messages`, { ...read, message_id: message.id })).body).toEqual({
			success: true,
		});
		expect((await state()).messages[0].states.read).toEqual(expect.any(String));
		expect(
			(await graph('POST', `/${number}/messages`, { ...read, message_id: 'wamid.none' })).body.error.code,
		).toBe(100);
	});

	test('a fault hits other calls than sends', async () => {
		await api('POST', '/faults', { target: 'graph', count: 1, status: 503, code: 2 });
		expect((await graph('GET', `/${number}`)).status).toBe(503);
		expect((await graph('GET', `/${number}`)).status).toBe(200);
	});
});
