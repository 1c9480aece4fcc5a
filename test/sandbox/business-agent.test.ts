import { app, bodyTexts, hour, number, useSandbox, violations } from './world.ts';

const { world, api, state, graph, customer, writes, sendText, sendTemplate } = useSandbox();
const phone = '+573001112233';
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;
type Change = { field: string; value: Json };

const changes = (): Change[] =>
	world.receiver.received.flatMap((webhook) =>
		webhook.body.entry.flatMap((entry: Json) => entry.changes ?? []),
	);
const fields = () => changes().map(({ field }) => field);
const turn = (id: string, on: boolean, more: object = {}) =>
	api('PUT', `/customers/${id}/agent`, { on, wait: true, ...more });
const conversation = async () => (await state()).conversations[0];
const next = (field: string, has: string) =>
	world.receiver.next(({ raw }) => raw.includes(`"field":"${field}"`) && raw.includes(has));
const control = (body: object) =>
	graph('POST', `/${number}/thread_control`, { messaging_product: 'whatsapp', ...body });

beforeEach(() => api('PUT', '/settings', { agentDelayMs: 10 }));
afterEach(() =>
	api('PUT', '/settings', { standbyForm: 'nested', handoverForm: 'meta', takeOverAfterHours: null }),
);

describe('while Meta Business Agent holds the thread', () => {
	test("a customer's message comes on standby and no longer on messages", async () => {
		const ana = await customer({ phone });
		await turn(ana.id, true, { silent: true });
		await writes(ana, 'hola');
		await api('POST', `/customers/${ana.id}/events`, { kind: 'button', text: 'Sí', wait: true });
		await api('POST', `/customers/${ana.id}/events`, { kind: 'reaction', messageId: 'wamid.X', wait: true });
		expect(fields()).toEqual(['standby', 'standby', 'standby']);
		expect(changes()[0]?.value).toEqual({
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '573000000001', phone_number_id: number },
			standby: {
				contacts: [{ profile: { name: 'Ana' }, wa_id: '573001112233', user_id: ana.userId }],
				messages: [expect.objectContaining({ from: '573001112233', type: 'text', text: { body: 'hola' } })],
			},
		});
		expect((await conversation()).window.open).toBe(true);
	});

	test('its answer comes as an echo of the send request, and the statuses of it on standby too', async () => {
		const ana = await customer({ phone });
		await turn(ana.id, true);
		await writes(ana, 'hola');
		const echo = await next('standby', 'message_echoes');
		const [said] = (await state()).messages.slice(-1);
		expect(said).toMatchObject({ via: 'agent', direction: 'out', customer: ana.id });
		expect(echo.body.entry[0].changes[0].value.standby).toEqual({
			message_echoes: [
				{
					id: said.id,
					timestamp: expect.stringMatching(/^\d+$/),
					message: {
						messaging_product: 'whatsapp',
						recipient_type: 'individual',
						to: '573001112233',
						type: 'text',
						text: { body: said.text },
					},
				},
			],
		});
		const delivered = await next('standby', '"status":"delivered"');
		expect(delivered.body.entry[0].changes[0].value.standby.statuses[0]).toMatchObject({ id: said.id });
		await api('POST', `/customers/${ana.id}/events`, { kind: 'read' });
		await next('standby', '"status":"read"');
		expect(fields()).not.toContain('messages');
	});

	test('the same can come flat, without the nesting', async () => {
		await api('PUT', '/settings', { standbyForm: 'flat' });
		const ana = await customer();
		await turn(ana.id, true);
		await writes(ana, 'hola');
		expect(changes()[0]).toMatchObject({
			field: 'standby',
			value: { messages: [{ text: { body: 'hola' } }] },
		});
		const echo = await next('standby', 'message_echoes');
		expect(echo.body.entry[0].changes[0].value.message_echoes[0]).toMatchObject({
			from: '573000000001',
			to_user_id: ana.userId,
			type: 'text',
		});
	});

	test('statuses of what the app itself sent stay on messages', async () => {
		const ana = await customer({ phone });
		await writes(ana);
		await sendText(phone, 'hola');
		await next('messages', '"status":"delivered"');
		await turn(ana.id, true);
		await api('POST', `/customers/${ana.id}/events`, { kind: 'read' });
		await next('messages', '"status":"read"');
	});

	test('outside its allow-list the messages are on standby and nobody answers', async () => {
		const ana = await customer({ phone });
		expect((await turn(ana.id, true, { silent: true })).agent).toMatchObject({
			owner: 'agent',
			silent: true,
		});
		await writes(ana, 'hola');
		const eva = await customer();
		await turn(eva.id, true);
		await writes(eva, 'hola');
		await next('standby', 'message_echoes');
		const answered = (await state()).messages.filter(({ via }: { via: string }) => via === 'agent');
		expect(answered).toMatchObject([{ customer: eva.id }]);
	});

	test('a test can put words into its mouth, and only while it holds the thread', async () => {
		const ana = await customer({ phone });
		const say = () =>
			api('POST', `/customers/${ana.id}/agent/messages`, { text: 'Abrimos a las 9.', wait: true });
		await expect(say()).rejects.toThrow('does not hold the thread');
		await turn(ana.id, true);
		await say();
		expect((await next('standby', 'Abrimos')).signed).toBe(true);
	});

	test('a stop word counts like any other, and the agent says goodbye', async () => {
		const ana = await customer({ phone });
		await turn(ana.id, true);
		await writes(ana, 'STOP');
		await next('standby', 'no te escribimos');
		expect((await conversation()).stopped).toMatchObject({ text: 'STOP' });
		await sendText(phone, 'hola');
		expect(await violations(state())).toEqual(['after_stop', 'held_by_agent']);
	});
});

describe('the owner of a thread changes', () => {
	test('when the agent takes it from the business, which is told by control_taken', async () => {
		const ana = await customer({ phone });
		await writes(ana);
		await turn(ana.id, true, { note: 'outside office hours' });
		expect(changes().at(-1)).toEqual({
			field: 'messaging_handovers',
			value: {
				messaging_product: 'whatsapp',
				sender: { phone_number: '573001112233' },
				recipient: { phone_number_id: number, display_phone_number: '573000000001' },
				type: 'control_taken',
				timestamp: expect.stringMatching(/^\d+$/),
				control_taken: {
					previous_owner_role: 'escalation',
					new_owner_role: 'ai_agent',
					metadata: 'outside office hours',
				},
			},
		});
		expect(world.receiver.received.at(-1)?.body.entry[0]).not.toHaveProperty('time');
	});

	test('silently where nothing was ever said, or where a test wants it so', async () => {
		const ana = await customer({ phone });
		await turn(ana.id, true);
		await turn(ana.id, false, { handover: false });
		await writes(ana);
		await turn(ana.id, true, { handover: false });
		expect(fields()).toEqual(['messages']);
	});

	test('when the agent hands over, with a summary of the conversation', async () => {
		const ana = await customer({ phone });
		await turn(ana.id, true, { silent: true });
		await writes(ana, '¿tienen hora?');
		await api('POST', `/customers/${ana.id}/agent/hand-over`, { note: 'asked for a person', wait: true });
		expect(changes().at(-1)?.value.control_passed).toEqual({
			previous_owner_app_id: expect.any(String),
			previous_owner_app_role: 'meta_business_agent',
			previous_owner_role: 'ai_agent',
			new_owner_role: 'escalation',
			metadata: 'asked for a person',
			conversation_context: { type: 'summary', summary: { text: expect.stringContaining('¿tienen hora?') } },
		});
		await writes(ana, 'sigo aquí');
		expect(fields()).toEqual(['standby', 'messaging_handovers', 'messages']);
		await expect(api('POST', `/customers/${ana.id}/agent/hand-over`)).rejects.toThrow('does not hold');
	});

	test('with the history instead, or with nothing', async () => {
		const ana = await customer({ phone });
		for (const context of ['history', 'none']) {
			await turn(ana.id, true, { handover: false, silent: true });
			await writes(ana, 'hola');
			await api('POST', `/customers/${ana.id}/agent/messages`, { text: 'Buenas', wait: true });
			await api('POST', `/customers/${ana.id}/agent/hand-over`, { context, wait: true });
		}
		const [history, none] = changes().filter(({ field }) => field === 'messaging_handovers');
		expect(history?.value.control_passed.conversation_context).toMatchObject({
			type: 'history',
			history: {
				items: [
					{ sender_type: 'user', text: { body: 'hola' } },
					{ sender_type: 'ai_agent', text: { body: 'Buenas' } },
				],
			},
		});
		expect(none?.value.control_passed).not.toHaveProperty('conversation_context');
	});

	test('when the customer asks the agent for a person', async () => {
		const ana = await customer({ phone });
		await turn(ana.id, true);
		await writes(ana, 'Quiero hablar con una persona');
		await next('messaging_handovers', 'control_passed');
		expect((await conversation()).agent).toMatchObject({ enabled: true, owner: 'business' });
	});

	test('in the forms of partners and with metadata', async () => {
		const ana = await customer();
		for (const handoverForm of ['partner', 'metadata']) {
			await api('PUT', '/settings', { handoverForm });
			await turn(ana.id, true, { handover: false, silent: true });
			await turn(ana.id, false);
		}
		const [partner, metadata] = changes();
		expect(partner?.value).not.toHaveProperty('metadata');
		expect(partner?.value.sender).toEqual({ user_id: ana.userId });
		expect(partner?.value.control_passed).toMatchObject({
			previous_owner_app_role: 'meta_business_agent',
			new_owner_app_role: 'business_app',
		});
		expect(partner?.value.control_passed).not.toHaveProperty('new_owner_role');
		expect(metadata?.value.metadata).toMatchObject({ phone_number_id: number });
	});

	test('or a test only says that it did', async () => {
		const ana = await customer({ phone });
		await api('POST', `/customers/${ana.id}/events`, {
			...{ kind: 'handover', type: 'control_taken', previous: 'customer_service', next: 'escalation' },
			wait: true,
		});
		expect(changes()[0]?.value.control_taken).toMatchObject({ previous_owner_role: 'customer_service' });
		expect((await conversation()).agent.owner).toBe('business');
		await expect(
			api('POST', `/customers/${ana.id}/events`, { kind: 'handover', type: 'control_lost' }),
		).rejects.toThrow('control_passed, control_taken');
	});
});

describe('a message into a thread that the agent holds', () => {
	test('is accepted, takes the thread over, and is booked for the referee', async () => {
		const ana = await customer({ phone });
		await turn(ana.id, true, { silent: true });
		await writes(ana);
		expect((await sendText(phone, 'hola')).status).toBe(200);
		expect((await state()).messages.at(-1)).toMatchObject({ via: 'api', ownerAtSend: 'agent' });
		expect(await violations(state())).toEqual(['held_by_agent']);
		expect((await conversation()).agent.owner).toBe('business');
		await writes(ana, 'gracias');
		expect(fields().at(-1)).toBe('messages');
		await sendText(phone, 'de nada');
		expect((await state()).messages.at(-1)).not.toHaveProperty('ownerAtSend');
		expect(await violations(state())).toEqual(['held_by_agent']);
	});

	test('takes nothing over when it is a template, and is booked all the same', async () => {
		const ana = await customer({ phone });
		await turn(ana.id, true);
		expect((await sendTemplate(phone, 'recordatorio_cita', 'es', bodyTexts('Ana'))).status).toBe(200);
		expect(await violations(state())).toEqual(['held_by_agent']);
		expect((await conversation()).agent.owner).toBe('agent');
	});

	test('is no violation once nobody has said a word for as long as the referee is told', async () => {
		await api('PUT', '/settings', { takeOverAfterHours: 3 });
		const ana = await customer({ phone });
		await turn(ana.id, true, { silent: true });
		await writes(ana, 'hola', Date.now() - 2 * hour);
		await sendText(phone, 'too early');
		expect(await violations(state())).toEqual(['held_by_agent']);
		const eva = await customer({ phone: '+573001112244' });
		await turn(eva.id, true, { silent: true });
		await writes(eva, 'hola', Date.now() - 4 * hour);
		await sendText('+573001112244', 'in time');
		expect(await violations(state())).toEqual(['held_by_agent']);
	});

	test('by a person in the Business app takes it over without being one', async () => {
		const ana = await customer({ phone });
		await turn(ana.id, true, { silent: true });
		await api('POST', `/customers/${ana.id}/business`, { text: 'soy yo' });
		expect((await conversation()).agent.owner).toBe('business');
		expect(await violations(state())).toEqual([]);
	});
});

describe("Meta's Thread Control", () => {
	test('passes a thread to the agent, and takes it back', async () => {
		const ana = await customer({ phone });
		await writes(ana);
		const passed = await control({ to: phone, action: 'pass', control_pass: { target_role: 'ai_agent' } });
		expect(passed.body).toEqual({ messaging_product: 'whatsapp', request_id: expect.any(String) });
		expect((await conversation()).agent).toMatchObject({ enabled: true, owner: 'agent' });
		await control({ recipient: ana.userId, action: 'take' });
		expect((await conversation()).agent.owner).toBe('business');
		expect(fields()).not.toContain('messaging_handovers');
	});

	test("releases a thread: the customer's next message goes to the agent where it is on", async () => {
		const ana = await customer({ phone });
		await turn(ana.id, true, { silent: true });
		await api('POST', `/customers/${ana.id}/agent/hand-over`);
		await control({ to: phone, action: 'release' });
		expect((await conversation()).agent.owner).toBe('idle');
		world.receiver.received.length = 0;
		await writes(ana);
		expect(fields()).toEqual(['standby']);
		const eva = await customer({ phone: '+573001112244' });
		await control({ recipient: eva.userId, action: 'release' });
		await writes(eva);
		expect(fields()).toEqual(['standby', 'messages']);
	});

	test.each([
		['an action it does not know', { to: phone, action: 'steal' }],
		['both ways to name the customer', { to: phone, recipient: 'CO.1', action: 'take' }],
		['neither', { action: 'take' }],
		['somebody nobody knows', { to: '+573009999999', action: 'take' }],
		['a pass to nobody', { to: phone, action: 'pass' }],
		['another product', { to: phone, action: 'take', messaging_product: 'messenger' }],
	])('refuses %s', async (_what, body) => {
		await customer({ phone });
		expect((await control(body)).body.error.code).toBe(100);
	});

	test('gives away no thread that the app does not hold', async () => {
		const ana = await customer({ phone });
		await turn(ana.id, true);
		expect((await control({ to: phone, action: 'release' })).body.error.code).toBe(100);
	});
});

describe('an app that did not subscribe to these fields', () => {
	const subscribe = (fields: string | string[]) =>
		graph('POST', `/${app}/subscriptions`, {
			object: 'whatsapp_business_account',
			callback_url: world.receiver.url,
			verify_token: 'sandbox-verify-token',
			fields,
		});

	test('hears nothing of the thread; the books tell why', async () => {
		await subscribe('messages,smb_message_echoes');
		const ana = await customer({ phone });
		await writes(ana);
		await turn(ana.id, true, { silent: true });
		await writes(ana, 'STOP');
		expect(fields()).toEqual(['messages']);
		expect((await state()).deliveries).toMatchObject([
			{ field: 'messages', attempts: [{ status: 200 }] },
			{ field: 'messaging_handovers', notSubscribed: true, attempts: [] },
			{ field: 'standby', notSubscribed: true, attempts: [], done: true },
		]);
	});

	test('hears of it once it has, however the list is written', async () => {
		await subscribe('["standby", "messaging_handovers"]');
		const ana = await customer({ phone });
		await writes(ana);
		await turn(ana.id, true, { silent: true });
		await writes(ana);
		expect(fields()).toEqual(['messaging_handovers', 'standby']);
	});

	test('on Messenger and Instagram alike', async () => {
		await graph('POST', `/${app}/subscriptions`, {
			object: 'page',
			callback_url: world.receiver.url,
			verify_token: 'sandbox-verify-token',
			fields: ['message_reads'],
		});
		await writes(await customer({ channel: 'messenger' }));
		await writes(await customer({ channel: 'instagram' }));
		expect(world.receiver.received.map((webhook) => webhook.body.object)).toEqual(['instagram']);
	});
});

test('the agent answers on WhatsApp only, and the control API says what it wants', async () => {
	const bob = await customer({ channel: 'messenger' });
	await expect(turn(bob.id, true)).rejects.toThrow('WhatsApp only');
	const ana = await customer({ phone });
	await expect(api('PUT', `/customers/${ana.id}/agent`, {})).rejects.toThrow('{"on": true}');
	await expect(turn(ana.id, true, { silent: 'yes' })).rejects.toThrow('"silent" is "yes"');
	await turn(ana.id, true, { silent: true });
	await expect(api('POST', `/customers/${ana.id}/agent/hand-over`, { context: 'all' })).rejects.toThrow(
		'summary, history, none',
	);
});
