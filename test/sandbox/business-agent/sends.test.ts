import { bodyTexts, hour, violations } from '../world.ts';
import { phone, useAgent } from './fixture.ts';

const { api, state, customer, writes, sendText, sendTemplate, fields, turn, conversation } = useAgent();

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
