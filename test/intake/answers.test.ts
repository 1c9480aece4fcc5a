import { deflateSync, gzipSync } from 'node:zlib';
import { openStore, type Store } from '../../lib/index.ts';
import { newId } from '../support/customer.ts';
import { startIntakeProcess, VERIFY_TOKEN, type IntakeProcess } from '../support/intake-process.ts';
import { RawConnection, rawPost } from '../support/raw-http.ts';
import { databases, type TestDatabase } from '../support/stores.ts';
import { deliver, sign, whatsAppMessage } from '../support/webhook-body.ts';

let database: TestDatabase;
let intake: IntakeProcess;
let store: Store;
let webhook: string;

beforeAll(async () => {
	database = await (databases[0] as (typeof databases)[number]).create();
	intake = await startIntakeProcess(database.options, {
		META_APP_SECRETS: '1001:sandbox-app-secret, 1001:second-secret, other-secret',
	});
	webhook = `${intake.url}/webhook`;
	store = await openStore(database.options);
});
afterAll(async () => {
	await store?.close();
	await intake?.child.stop();
	await database?.remove();
});

const newNumber = () => `57300${newId('').slice(1).padStart(7, '0')}`;
const messageFrom = (from: string, text = 'Hello') => JSON.stringify(whatsAppMessage(from, text, new Date()));
const conversation = async (from: string) => await store.conversation(`whatsapp:210000000000001:${from}`);

describe('the handshake', () => {
	const ask = async (query: string) => {
		const response = await fetch(`${webhook}?${query}`);
		return { status: response.status, text: await response.text() };
	};
	const right = `hub.mode=subscribe&hub.verify_token=${VERIFY_TOKEN}&hub.challenge=1158201444`;

	test('with our verify token the challenge goes back', async () => {
		expect(await ask(right)).toEqual({ status: 200, text: '1158201444' });
	});

	test.each([
		[403, right.replace(VERIFY_TOKEN, 'another')],
		[403, right.replace(VERIFY_TOKEN, '')],
		[403, right.replace(VERIFY_TOKEN, `${VERIFY_TOKEN}%20`)],
		[400, ''],
		[400, right.replace('subscribe', 'unsubscribe')],
		[400, `${right}&hub.verify_token=another`],
		[400, right.replace('hub.challenge', 'challenge')],
	])('%i for ?%s', async (status, query) => {
		const answer = await ask(query);
		expect(answer.status).toBe(status);
		expect(answer.text).not.toContain('1158201444');
		expect(answer.text).not.toContain(VERIFY_TOKEN);
	});
});

describe('a delivery', () => {
	test.each(['sandbox-app-secret', 'second-secret'])('signed with %s is recorded', async (secret) => {
		const from = newNumber();
		const body = messageFrom(from);
		expect(await deliver(webhook, body, { signature: sign(body, secret) })).toEqual({
			status: 200,
			text: 'OK',
		});
		expect((await conversation(from))?.lastInboundAt).toBeDefined();
	});

	test('of an account that belongs to another app is refused, and leaves nothing behind', async () => {
		const from = newNumber();
		await deliver(webhook, messageFrom(newNumber()));
		const body = messageFrom(from);
		expect(await deliver(webhook, body, { signature: sign(body, 'other-secret') })).toEqual({
			status: 403,
			text: 'The account belongs to another app',
		});
		expect(await conversation(from)).toBeUndefined();
		await intake.child.line(/account 210000000000001 was refused.*belongs to app 1001/);
		const elsewhere = body.replaceAll('210000000000001', '210000000000077');
		expect((await deliver(webhook, elsewhere, { signature: sign(elsewhere, 'other-secret') })).status).toBe(
			200,
		);
	});

	test.each<[string, (body: string) => string | null]>([
		['no signature', () => null],
		['an empty one', () => ''],
		['that of another secret', (body) => sign(body, 'forged')],
		[
			'that of both secrets as one',
			(body) => sign(body, '1001:sandbox-app-secret, 1001:second-secret, other-secret'),
		],
		['that of another body', (body) => sign(`${body} `)],
		['one without its prefix', (body) => sign(body).slice('sha256='.length)],
		['one in another algorithm', (body) => sign(body).replace('sha256', 'sha1')],
	])('with %s is refused and leaves nothing behind', async (_what, signature) => {
		const from = newNumber();
		const body = messageFrom(from);
		expect((await deliver(webhook, body, { signature: signature(body) })).status).toBe(401);
		expect(await conversation(from)).toBeUndefined();
	});

	test.each(['', '{', '{"object":', 'object=page', '\u0000'])('with the body %j gets 400', async (body) => {
		expect((await deliver(webhook, body)).status).toBe(400);
	});

	test.each(['null', '[]', '{}', '{"object":"spaceship","entry":[]}', '"text"', '1'])(
		'of the JSON %s, in which nothing is, gets 200',
		async (body) => {
			expect(await deliver(webhook, body)).toEqual({ status: 200, text: 'OK' });
		},
	);

	test('of exactly 3 MB is taken, of one byte more refused', async () => {
		const [fits, larger] = [newNumber(), newNumber()];
		const filled = (from: string, size: number) => {
			const frame = Buffer.byteLength(messageFrom(from, ''));
			return messageFrom(from, 'x'.repeat(size - frame));
		};
		const limit = 3 * 1024 * 1024;
		expect((await deliver(webhook, filled(fits, limit))).status).toBe(200);
		expect((await deliver(webhook, filled(larger, limit + 1))).status).toBe(413);
		expect(await conversation(larger)).toBeUndefined();
	});

	test('that is announced too large is refused before it is sent', async () => {
		const connection = new RawConnection(intake.url);
		const headers = {
			'X-Hub-Signature-256': sign(''),
			'Content-Length': '100000000',
			Expect: '100-continue',
		};
		connection.write(rawPost('', headers));
		await connection.until(({ statuses }) => statuses.length > 0);
		expect(connection.statuses).toEqual([413]);
		connection.destroy();
	});

	test.each(['100-continue', ''])('is read after the word that it may come (%s)', async (expect_) => {
		const from = newNumber();
		const body = messageFrom(from);
		const connection = new RawConnection(intake.url);
		const headers = {
			...{ 'X-Hub-Signature-256': sign(body), 'Content-Length': String(Buffer.byteLength(body)) },
			...(expect_ ? { Expect: expect_ } : {}),
		};
		connection.write(rawPost('', headers));
		if (expect_) await connection.until(({ statuses }) => statuses.includes(100));
		connection.write(body);
		await connection.until(({ statuses }) => statuses.includes(200));
		connection.destroy();
	});

	test('without a length is cut off at 3 MB', async () => {
		const body = Buffer.from(messageFrom(newNumber(), 'x'.repeat(4 * 1024 * 1024)));
		const response = await fetch(webhook, {
			...{ method: 'POST', headers: { 'x-hub-signature-256': sign(body) }, duplex: 'half' },
			body: new Blob([body]).stream(),
		} as RequestInit);
		expect(response.status).toBe(413);
	});

	test.each([
		['gzip', gzipSync],
		['deflate', deflateSync],
	])('packed with %s is unpacked; the signature is that of what was packed', async (encoding, pack) => {
		const [from, wrong] = [newNumber(), newNumber()];
		const post = async (body: Buffer, signature: string) =>
			await fetch(webhook, {
				...{ method: 'POST', body: body as BodyInit },
				headers: { 'x-hub-signature-256': signature, 'content-encoding': encoding },
			});
		const body = messageFrom(from);
		expect((await post(pack(body), sign(body))).status).toBe(200);
		expect((await conversation(from))?.lastInboundAt).toBeDefined();
		const other = pack(messageFrom(wrong));
		expect((await post(other, sign(other))).status).toBe(401);
		expect((await post(Buffer.from('no archive'), sign('no archive'))).status).toBe(400);
		expect((await post(other.subarray(0, 20), sign(messageFrom(wrong)))).status).toBe(400);
		// A thousand times as much as is sent.
		const bomb = Buffer.alloc(64 * 1024 * 1024);
		expect((await post(pack(bomb), sign(bomb))).status).toBe(413);
	});
});

describe('whatever else is asked', () => {
	test.each([
		['GET', '/', 404],
		['GET', '/webhook/', 404],
		['POST', '/webhook/../webhook2', 404],
		['GET', '/constructor', 404],
		['GET', '//webhook', 404],
		['PUT', '/webhook', 405],
		['DELETE', '/webhook', 405],
		['OPTIONS', '/webhook', 405],
		['HEAD', '/webhook', 405],
		['POST', '/healthz', 405],
		['POST', '/readyz', 405],
		['GET', '/healthz', 200],
		['HEAD', '/healthz', 200],
		['GET', '/readyz?x=1', 200],
	])('%s %s gets %i', async (method, path, status) => {
		const connection = new RawConnection(intake.url);
		connection.write(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
		await connection.until(({ closed }) => closed);
		expect(connection.statuses).toEqual([status]);
		if (status === 405) expect(connection.received).toMatch(/^allow: GET, (POST|HEAD)\r$/im);
	});

	test.each([
		'GARBAGE\r\n\r\n',
		'GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
		'\u0016\u0003\u0001',
	])('%j does not end it', async (bytes) => {
		const connection = new RawConnection(intake.url);
		connection.write(bytes);
		await connection.until(({ closed, statuses }) => closed || statuses.length > 0);
		connection.destroy();
		expect((await fetch(`${intake.url}/healthz`)).status).toBe(200);
	});

	test('several on one connection are answered in their order, refused ones too', async () => {
		const body = messageFrom(newNumber());
		const connection = new RawConnection(intake.url);
		connection.write(rawPost(body, { 'X-Hub-Signature-256': 'none' }));
		connection.write(rawPost(body, { 'X-Hub-Signature-256': sign(body) }));
		connection.write(rawPost('{', { 'X-Hub-Signature-256': sign('{') }));
		await connection.until(({ statuses }) => statuses.length === 3);
		expect(connection.statuses).toEqual([401, 200, 400]);
		connection.destroy();
	});

	test('senders that go away in the middle hold nothing up', async () => {
		const body = messageFrom(newNumber());
		for (let time = 0; time < 50; time++) {
			const connection = new RawConnection(intake.url);
			connection.write(rawPost(body, { 'X-Hub-Signature-256': sign(body) }).slice(0, -20));
			if (time % 2 === 0) await connection.until(() => true);
			connection.destroy();
		}
		expect(await deliver(webhook, body)).toEqual({ status: 200, text: 'OK' });
	});

	test('neither secrets nor what customers write are in its log', () => {
		const log = intake.child.log.lines.join('\n');
		expect(log).toContain('signature');
		for (const secret of ['sandbox-app-secret', 'second-secret', VERIFY_TOKEN, 'Hello'])
			expect(log).not.toContain(secret);
	});
});
