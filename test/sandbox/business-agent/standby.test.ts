import { number, violations } from '../world.ts';
import { phone, useAgent } from './fixture.ts';

const { api, state, customer, writes, sendText, changes, fields, turn, conversation, next } = useAgent();

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
			metadata: { display_phone_number: '576015550100', phone_number_id: number },
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
			from: '576015550100',
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
		const write = () =>
			api('POST', `/customers/${ana.id}/agent/messages`, { text: 'Abrimos a las 9.', wait: true });
		await expect(write()).rejects.toThrow('does not hold the thread');
		await turn(ana.id, true);
		await write();
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
