import { sharedStore } from '../../lib/index.ts';
import { startTrigger, type TriggerServer } from '../support/trigger-server.ts';
import { APP_SECRET, deliver, sign, whatsAppDelivery, whatsAppMessage } from '../support/webhook-body.ts';
import { startSandboxProcess, type SandboxProcess } from '../support/sandbox.ts';
import { newId } from '../support/customer.ts';

let trigger: TriggerServer;
beforeEach(async () => {
	trigger = await startTrigger();
});
afterEach(async () => {
	expect(trigger.thrown).toEqual([]);
	await trigger.close();
});

const newNumber = () => `57300${newId('').slice(1).padStart(7, '0')}`;
const conversation = async (from: string) =>
	await (await sharedStore()).conversation(`whatsapp:210000000000001:${from}`);

describe('the handshake', () => {
	const ask = async (query: Record<string, string>) => {
		const response = await fetch(`${trigger.url}?${new URLSearchParams(query)}`);
		return {
			status: response.status,
			text: await response.text(),
			type: response.headers.get('content-type'),
		};
	};
	const right = {
		...{ 'hub.mode': 'subscribe', 'hub.verify_token': 'sandbox-verify-token' },
		'hub.challenge': '1158201444',
	};

	test('with our verify token the challenge goes back as plain text', async () => {
		expect(await ask(right)).toEqual({ status: 200, text: '1158201444', type: 'text/plain' });
	});

	test.each(['another-token', '', 'sandbox-verify-toke', 'sandbox-verify-token '])(
		'the verify token %j is refused',
		async (token) => {
			const answer = await ask({ ...right, 'hub.verify_token': token });
			expect(answer.status).toBe(403);
			expect(answer.text).not.toContain('1158201444');
			expect(answer.text).not.toContain('sandbox-verify-token');
		},
	);

	test.each(['hub.mode', 'hub.verify_token', 'hub.challenge'] as const)(
		'without %s it is no handshake',
		async (name) => {
			const { [name]: _left, ...rest } = right;
			expect((await ask(rest)).status).toBe(400);
		},
	);

	test('a challenge that looks like a page comes back as text', async () => {
		const answer = await ask({ ...right, 'hub.challenge': '<script>alert(1)</script>' });
		expect(answer).toMatchObject({ status: 200, type: 'text/plain' });
	});

	test('without a verify token in the credential nobody gets in', async () => {
		const open = await startTrigger({
			credentials: { metaMessagingApi: { appSecrets: APP_SECRET, verifyToken: '' } },
		});
		const query = new URLSearchParams({ ...right, 'hub.verify_token': '' });
		expect((await fetch(`${open.url}?${query}`)).status).toBe(403);
		await open.close();
	});
});

describe('a signed delivery', () => {
	test('is recorded and starts one execution with the documented item', async () => {
		const from = newNumber();
		const { status } = await deliver(trigger.url, JSON.stringify(whatsAppMessage(from, 'Hello', new Date())));
		expect(status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.executions[0]).toMatchObject([
			{
				json: {
					event: {
						kind: 'message',
						channel: 'whatsapp',
						account: '210000000000001',
						message: { text: 'Hello' },
					},
					conversation: { key: `whatsapp:210000000000001:${from}`, window: { isOpen: true } },
				},
			},
		]);
		expect(trigger.executions[0]?.[0]?.json.event).not.toHaveProperty('raw');
		expect((await conversation(from))?.contact.name).toBe('Ana');
	});

	test('delivered again it is answered with 200 and starts nothing', async () => {
		const body = JSON.stringify(whatsAppMessage(newNumber(), 'Hello', new Date()));
		const answers = [await deliver(trigger.url, body), await deliver(trigger.url, body)];
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect(trigger.executions).toHaveLength(1);
	});

	test('is checked over the bytes, not over their meaning', async () => {
		const from = newNumber();
		const text = JSON.stringify(whatsAppMessage(from, 'Mañana está bien', new Date()));
		const escaped = text.replace(
			/[^\x20-\x7e]/g,
			(one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
		);
		expect(escaped).not.toBe(text);
		expect((await deliver(trigger.url, escaped, { signature: sign(text) })).status).toBe(401);
		expect((await deliver(trigger.url, escaped)).status).toBe(200);
		expect(trigger.executions[0]?.[0]?.json).toMatchObject({
			event: { message: { text: 'Mañana está bien' } },
		});
	});

	test('statuses and echoes are recorded and start no execution', async () => {
		const from = newNumber();
		await deliver(trigger.url, JSON.stringify(whatsAppMessage(from, 'Hello', new Date(Date.now() - 60_000))));
		const timestamp = String(Math.floor(Date.now() / 1000));
		const statuses = [{ id: newId('wamid'), status: 'sent', timestamp, recipient_id: from }];
		const { status } = await deliver(trigger.url, JSON.stringify(whatsAppDelivery({ statuses })));
		expect(status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
		expect((await conversation(from))?.lastOutboundBy).toBe('unknown');
	});

	test('raw data comes along when asked for', async () => {
		const open = await startTrigger({ parameters: { settings: { includeRaw: true } } });
		await deliver(open.url, JSON.stringify(whatsAppMessage(newNumber(), 'Hello', new Date())));
		expect(open.executions[0]?.[0]?.json.event).toHaveProperty('raw');
		await open.close();
	});

	test('each of several app secrets is good', async () => {
		const credentials = { metaMessagingApi: { appSecrets: 'first-secret, second-secret', verifyToken: 'x' } };
		const open = await startTrigger({ credentials });
		const body = JSON.stringify(whatsAppMessage(newNumber(), 'Hello', new Date()));
		expect((await deliver(open.url, body, { signature: sign(body, 'second-secret') })).status).toBe(200);
		expect((await deliver(open.url, body, { signature: sign(body, 'third-secret') })).status).toBe(401);
		expect((await deliver(open.url, body, { signature: sign(body, '') })).status).toBe(401);
		await open.close();
	});
});

describe('webhooks of an independent sender', () => {
	let sandbox: SandboxProcess;
	beforeAll(async () => {
		sandbox = await startSandboxProcess();
	});
	afterAll(async () => await sandbox?.close());

	test('its handshake and its signed deliveries are understood', async () => {
		await sandbox.api('PUT', '/settings', { webhook: trigger.url });
		expect(await sandbox.api('POST', '/handshake')).toMatchObject({ ok: true, status: 200 });
		const customer = await sandbox.api('POST', '/customers', { name: 'José Ñuñez' });
		const { deliveries } = await sandbox.api('POST', `/customers/${customer.id}/messages`, {
			text: '¿Mañana a las 10? 🙂 </script>',
			wait: true,
		});
		expect(deliveries).toMatchObject([{ attempts: [{ status: 200 }] }]);
		expect(trigger.executions[0]?.[0]?.json).toMatchObject({
			event: {
				kind: 'message',
				contact: { name: 'José Ñuñez' },
				message: { text: '¿Mañana a las 10? 🙂 </script>' },
			},
			conversation: { window: { isOpen: true } },
		});
	});
});
