import { startSandboxProcess } from '../support/sandbox.ts';
import { useSandbox } from './world.ts';

const { world, api, state, customer, writes } = useSandbox();

describe('the control API', () => {
	test('says what is wrong and what is allowed', async () => {
		await expect(api('PUT', '/settings', { webhok: 'x' })).rejects.toThrow('There is no setting "webhok"');
		await expect(api('PUT', '/settings', { webhook: 'localhost' })).rejects.toThrow(
			'an http(s) address or null',
		);
		await expect(api('POST', '/customers', {})).rejects.toThrow('needs a "name"');
		await expect(api('POST', '/customers', { name: 'A', phone: '3001112233' })).rejects.toThrow(
			'with + and country code',
		);
		await expect(api('POST', '/customers/c9/messages', { text: 'x' })).rejects.toThrow(
			'There is no customer "c9"',
		);
		const ana = await customer();
		await expect(api('POST', `/customers/${ana.id}/events`, { kind: 'dance' })).rejects.toThrow(
			'use one of reaction',
		);
		await expect(api('POST', `/customers/${ana.id}/messages`, { text: 'x', at: 'soon' })).rejects.toThrow(
			'ISO 8601',
		);
	});

	test('does not give one number to two customers', async () => {
		await customer({ phone: '+573001112233' });
		await expect(customer({ phone: '+573001112233' })).rejects.toThrow('belongs to customer c1');
	});

	test('reset empties the ledger and keeps settings and templates', async () => {
		const { templates } = await state();
		await writes(await customer());
		await api('POST', '/reset');
		const ledger = await state();
		expect([ledger.customers, ledger.messages, ledger.deliveries, ledger.violations]).toEqual([
			[],
			[],
			[],
			[],
		]);
		expect(templates.length).toBeGreaterThan(0);
		expect(ledger.templates).toHaveLength(templates.length);
		expect(ledger.settings.webhook).toBe(world.receiver.url);
	});

	test('tells every change as a server-sent event', async () => {
		const stop = new AbortController();
		const response = await fetch(`${world.sandbox.url}/api/events`, { signal: stop.signal });
		const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
		await writes(await customer());
		let text = '';
		while (!text.includes('event: message')) text += (await reader.read()).value ?? '';
		expect(text).toContain('event: customer');
		stop.abort();
	});
});

test('the command says what is wrong with its arguments', async () => {
	await expect(startSandboxProcess({ args: ['--lang', 'fr'] })).rejects.toThrow(
		'--lang is "fr"; it must be es or en',
	);
});

test('it performs the handshake when it starts with a webhook', async () => {
	const sandbox = await startSandboxProcess({ webhook: world.receiver.url });
	let handshakes: unknown[] = [];
	for (let tries = 0; tries < 50 && handshakes.length === 0; tries += 1)
		handshakes = (await sandbox.api('GET', '/state')).handshakes;
	expect(handshakes).toMatchObject([{ ok: true }]);
	await sandbox.close();
});
