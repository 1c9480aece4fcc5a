import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { embeddedStoreFile } from '../../lib/index.ts';
import { CUSTOMER_BSUID, PHONE_NUMBER_ID, whatsAppMessage } from '../fixtures/meta/fixture.ts';
import { APP_SECRET, hostTrigger, signed, type HostedTrigger } from '../support/trigger-host.ts';

const KEY = `whatsapp:${PHONE_NUMBER_ID}:${CUSTOMER_BSUID}`;
const text = (body: string, id: string) => whatsAppMessage({ type: 'text', text: { body } }, id);

describe('what Meta hears from the trigger', () => {
	let trigger: HostedTrigger;
	beforeAll(async () => {
		trigger = await hostTrigger({ credential: { appSecrets: `${APP_SECRET}, instagram-secret` } });
	});
	afterAll(async () => await trigger?.close());

	const ask = async (query: Record<string, string>) => {
		const response = await fetch(`${trigger.url}?${new URLSearchParams(query).toString()}`);
		return {
			status: response.status,
			text: await response.text(),
			type: response.headers.get('content-type'),
		};
	};

	test('the challenge, bare, for the right verify token', async () => {
		const query = {
			'hub.mode': 'subscribe',
			'hub.challenge': '1158201444',
			'hub.verify_token': 'wire-verify-token',
		};
		expect(await ask(query)).toEqual({ status: 200, text: '1158201444', type: 'text/plain' });
	});

	test('403 for another verify token, 400 for what is no handshake', async () => {
		const query = { 'hub.mode': 'subscribe', 'hub.challenge': '1', 'hub.verify_token': 'wire-verify-token' };
		expect((await ask({ ...query, 'hub.verify_token': 'guess' })).status).toBe(403);
		expect((await ask({ ...query, 'hub.mode': 'unsubscribe' })).status).toBe(400);
		expect((await ask({ 'hub.mode': 'subscribe', 'hub.verify_token': 'wire-verify-token' })).status).toBe(
			400,
		);
		expect((await ask({})).status).toBe(400);
	});

	test('401 without a signature or with a wrong one, and no trace of the message', async () => {
		const body = JSON.stringify(text('forged', 'wamid.forged'));
		const other = signed(body, 'not-the-secret');
		for (const header of [other, signed(`${body} `), 'sha256=', 'nonsense'])
			expect((await trigger.deliver(body, { 'x-hub-signature-256': header })).status).toBe(401);
		expect(trigger.executions).toEqual([]);
		expect(await (await trigger.store()).conversation(KEY)).toBeUndefined();
	});

	test('200 for a signature made with the second of two secrets', async () => {
		const body = JSON.stringify(text('by Instagram Login', 'wamid.second'));
		const header = signed(body, 'instagram-secret');
		expect((await trigger.deliver(body, { 'x-hub-signature-256': header })).status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});

	test('401 for everything while the credential has no secret', async () => {
		const bare = await hostTrigger({ credential: { appSecrets: ' , ' } });
		const body = JSON.stringify(text('x', 'wamid.bare'));
		expect((await bare.deliver(body, { 'x-hub-signature-256': signed(body, '') })).status).toBe(401);
		await bare.close();
	});

	test('400 for a signed body that is no JSON, 413 for one larger than Meta sends', async () => {
		expect((await trigger.deliver('{"object":')).status).toBe(400);
		expect((await trigger.deliver(`"${'x'.repeat(3 * 1024 * 1024)}"`)).status).toBe(413);
	});

	test('200 for signed JSON in which nothing can be read, with the reason in the log', async () => {
		expect((await trigger.deliver({ object: 'user', entry: [] })).status).toBe(200);
		expect(trigger.logged).toContainEqual('Parts of a webhook were left out');
	});
});

describe('while the store cannot be opened', () => {
	test('the answer is 500 and nothing starts; the repetition after it is back is taken in', async () => {
		const usual = process.env.N8N_USER_FOLDER;
		const folder = `${usual}-broken`;
		process.env.N8N_USER_FOLDER = folder;
		const file = embeddedStoreFile();
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, 'this is no database');
		const trigger = await hostTrigger();
		try {
			expect((await trigger.deliver(text('hi', 'wamid.down'))).status).toBe(500);
			expect(trigger.executions).toEqual([]);
			rmSync(file);
			expect((await trigger.deliver(text('hi', 'wamid.down'))).status).toBe(200);
			expect(trigger.executions).toHaveLength(1);
			expect(await (await trigger.store()).transcript(KEY, 10)).toHaveLength(1);
		} finally {
			await trigger.close();
			process.env.N8N_USER_FOLDER = usual;
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
