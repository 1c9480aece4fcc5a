import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedStore } from '../../lib/index.ts';
import { startTrigger, type TriggerServer } from '../support/trigger-server.ts';
import { deliver, sign, whatsAppMessage } from '../support/webhook-body.ts';
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

/** Nothing about the inside of the program may reach the caller. */
const INSIDE = /\bat .*[(/]|node_modules|\.ts\b|Error:|sqlite|secret/i;

describe('what is refused leaves nothing behind', () => {
	const refused = async (from: string, answer: { status: number; text: string }, status: number) => {
		expect(answer.status).toBe(status);
		expect(answer.text).not.toMatch(INSIDE);
		expect(trigger.executions).toEqual([]);
		expect(await conversation(from)).toBeUndefined();
	};

	test.each<[string, (body: string) => string | null]>([
		['no signature', () => null],
		['an empty one', () => ''],
		['that of another secret', (body) => sign(body, 'forged')],
		['that of another body', (body) => sign(`${body} `)],
		['one without its prefix', (body) => sign(body).slice('sha256='.length)],
		['a cut one', (body) => sign(body).slice(0, -1)],
		['one in another algorithm', (body) => sign(body).replace('sha256', 'sha1')],
	])('401 for %s', async (_what, signature) => {
		const from = newNumber();
		const body = JSON.stringify(whatsAppMessage(from, 'Hello', new Date()));
		await refused(from, await deliver(trigger.url, body, { signature: signature(body) }), 401);
		expect(trigger.logged).toMatchObject([
			{ level: 'warn', message: expect.stringContaining('signature') as string },
		]);
	});

	test('401 for everything when the credential has no app secret', async () => {
		const open = await startTrigger({
			credentials: { metaMessagingApi: { appSecrets: '', verifyToken: 'x' } },
		});
		const body = JSON.stringify(whatsAppMessage(newNumber(), 'Hello', new Date()));
		expect((await deliver(open.url, body, { signature: sign(body, '') })).status).toBe(401);
		await open.close();
	});

	test('nothing but what a new app secret signed, from the moment it is in the credential', async () => {
		const own = { metaMessagingApi: { appSecrets: 'old', verifyToken: 'x' } };
		const rotated = await startTrigger({ credentials: own });
		const body = () => JSON.stringify(whatsAppMessage(newNumber(), 'Hello', new Date()));
		const status = async (secret: string) => {
			const text = body();
			return (await deliver(rotated.url, text, { signature: sign(text, secret) })).status;
		};
		expect([await status('old'), await status('new')]).toEqual([200, 401]);
		own.metaMessagingApi.appSecrets = 'new';
		expect([await status('new'), await status('old')]).toEqual([200, 401]);
		await rotated.close();
	});

	const NOT_JSON = ['{', '{"object":', 'object=page', '\u0000'];

	test.each(NOT_JSON)(
		'422 for the body %j that says to be JSON: n8n answers before it is looked at',
		async (body) => {
			await refused('nobody', await deliver(trigger.url, body), 422);
		},
	);

	test.each(['', ...NOT_JSON])('400 for the body %j of a type that n8n leaves unread', async (body) => {
		await refused('nobody', await deliver(trigger.url, body, { type: 'application/vnd.api+json' }), 400);
	});

	test('401, not 400, for a body that is no JSON and not signed: strangers learn nothing', async () => {
		const unsigned = { signature: null, type: 'application/vnd.api+json' };
		await refused('nobody', await deliver(trigger.url, '{', unsigned), 401);
	});

	test('a signed delivery is taken whatever its type is called', async () => {
		const from = newNumber();
		const body = JSON.stringify(whatsAppMessage(from, 'Hello', new Date()));
		for (const type of ['application/vnd.api+json', 'text/plain', 'application/json; charset=utf-8'])
			expect((await deliver(trigger.url, body, { type })).status).toBe(200);
		expect(await conversation(from)).toBeDefined();
	});

	test.each([
		['announced', (body: Buffer) => body],
		[
			'sent without a length',
			(body: Buffer) =>
				new ReadableStream({
					start(controller) {
						controller.enqueue(body);
						controller.close();
					},
				}),
		],
	])('413 for more than 3 MB, %s', async (_how, wrap) => {
		const from = newNumber();
		const body = Buffer.from(JSON.stringify(whatsAppMessage(from, 'x'.repeat(3 * 1024 * 1024), new Date())));
		const response = await fetch(trigger.url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'x-hub-signature-256': sign(body) },
			body: wrap(body) as BodyInit,
			duplex: 'half',
		} as RequestInit);
		await refused(from, { status: response.status, text: await response.text() }, 413);
	});

	test('exactly 3 MB is taken', async () => {
		const from = newNumber();
		const frame = JSON.stringify(whatsAppMessage(from, '', new Date(), 'wamid.large')).length;
		const text = 'x'.repeat(3 * 1024 * 1024 - frame);
		const body = JSON.stringify(whatsAppMessage(from, text, new Date(), 'wamid.large'));
		expect(Buffer.byteLength(body)).toBe(3 * 1024 * 1024);
		expect((await deliver(trigger.url, body)).status).toBe(200);
	});

	test.each([
		['an unknown object', { object: 'spaceship', entry: [{ id: '1' }] }, 'spaceship'],
		['no object', {}, 'unknown object'],
		['a list', [], 'not a JSON object'],
		['a null', null, 'not a JSON object'],
		['entries that are none', { object: 'whatsapp_business_account', entry: 'x' }, 'entry'],
	])('200 for %s, with the reason in the log', async (_what, body, reason) => {
		const answer = await deliver(trigger.url, JSON.stringify(body));
		expect(answer).toEqual({ status: 200, text: 'OK' });
		expect(trigger.executions).toEqual([]);
		expect(trigger.logged).toMatchObject([{ level: 'warn' }]);
		expect(JSON.stringify(trigger.logged[0]?.details)).toContain(reason);
	});

	test('an unknown field beside a message does not lose the message', async () => {
		const from = newNumber();
		const delivery = whatsAppMessage(from, 'Hello', new Date()) as { entry: { changes: object[] }[] };
		delivery.entry[0]?.changes.unshift({ field: 'holograms', value: { anything: 1 } });
		expect((await deliver(trigger.url, JSON.stringify(delivery))).status).toBe(200);
		expect((await conversation(from))?.lastInboundAt).toBeDefined();
	});

	test('500 when the store cannot be used, so that Meta delivers again', async () => {
		const before = process.env.N8N_USER_FOLDER;
		const broken = mkdtempSync(join(tmpdir(), 'meta-followup-broken-'));
		writeFileSync(join(broken, '.n8n'), 'a file where the folder should be');
		const from = newNumber();
		const body = JSON.stringify(whatsAppMessage(from, 'Hello', new Date()));
		process.env.N8N_USER_FOLDER = broken;
		try {
			const answer = await deliver(trigger.url, body);
			expect(answer.status).toBe(500);
			expect(answer.text).not.toMatch(INSIDE);
			expect(answer.text).not.toContain(broken);
			expect(trigger.logged).toMatchObject([
				{ level: 'error', message: expect.stringContaining('again') as string },
			]);
		} finally {
			process.env.N8N_USER_FOLDER = before;
		}
		expect((await deliver(trigger.url, body)).status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});
});
