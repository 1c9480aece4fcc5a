import { phone, useAgent } from './fixture.ts';

const { world, api, customer, writes, fields, turn, conversation, control } = useAgent();

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
