import { phone, useAgent } from './fixture.ts';

const { api, customer, turn } = useAgent();

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
