import { number } from '../world.ts';
import { phone, useAgent } from './fixture.ts';

const { world, api, customer, writes, changes, fields, turn, conversation, next } = useAgent();

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
				recipient: { phone_number_id: number, display_phone_number: '576015550100' },
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
