import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync, deflateSync } from 'node:zlib';
import type { Chance } from '../simulation/chance.ts';
import type { Engine } from '../bench/built-engine.ts';
import type { StoreOptions } from '../../lib/index.ts';
import { WEBHOOK_BODY_MAX_BYTES } from '../../lib/messaging/platform-limits.ts';

const SECRET = 'secret-of-the-hostile-trial';
const SIGNATURE = 'x-hub-signature-256';
/** Whoever breaks off gets no answer; a server that says nothing for so long to somebody who waits is stuck. */
const PATIENCE_MS = 20_000;

/** What the webhook of the intake answers to bodies, over real sockets. */
export interface HttpFace {
	/** Delivers a body signed as Meta does. @throws Error when it is answered as a fault of ours, or not at all. */
	deliver(bytes: Buffer): Promise<number>;
	/** Sends something that is no delivery of Meta. @throws Error when it is taken for one, or brings the server down. */
	disturb(chance: Chance, bytes: Buffer): Promise<void>;
	close(): Promise<void>;
}

/** Starts the intake in this process, so that its processor time can be measured. */
export async function openHttpFace(engine: Engine, store: StoreOptions): Promise<HttpFace> {
	const faults: string[] = [];
	const intake = await engine.startIntake(
		{
			...{ apps: [{ secrets: [SECRET], appIds: [] }], verifyToken: 'token', store },
			...{ host: '127.0.0.1', port: 0 },
		},
		(line) => /went wrong|could not be recorded/.test(line) && faults.push(line),
	);
	const agent = new Agent({ keepAlive: true, maxSockets: 4 });
	const url = `${intake.address}/webhook`;
	const post = async (bytes: Buffer, headers: Record<string, string>, method = 'POST') =>
		await answerTo(url, agent, { bytes, headers, method });
	const noFault = (): void => {
		if (faults.length > 0) throw new Error(`The intake said: ${faults.splice(0).join('; ')}`);
	};
	return {
		async deliver(bytes) {
			const isTooLarge = bytes.length > WEBHOOK_BODY_MAX_BYTES;
			// The answer to what is too large may come, and the connection end, before all of it was sent.
			const status = await post(bytes, { [SIGNATURE]: signed(bytes) }).catch((error: unknown) => {
				if (isTooLarge && isBrokenOff(error)) return 413;
				throw error;
			});
			noFault();
			// 200 for JSON of any content, 400 for what is none; a body of Meta's size is never too large.
			const right = isTooLarge ? [413] : [200, 400];
			if (!right.includes(status)) throw new Error(`The webhook answered ${status} to ${bytes.length} bytes`);
			return status;
		},
		async disturb(chance, bytes) {
			if (chance.happens(0.3)) await writeRaw(intake.address, rawRequest(chance, bytes));
			else {
				const { headers, packed, method, right } = oddRequest(chance, bytes);
				const status = await post(packed, headers, method);
				const isTooLarge = status === 413 && bytes.length > WEBHOOK_BODY_MAX_BYTES;
				if (!right.includes(status) && !isTooLarge)
					throw new Error(`An odd request (${method}, ${JSON.stringify(headers)}) got ${status}`);
			}
			noFault();
			if ((await answerTo(`${intake.address}/healthz`, agent, { method: 'GET' })) !== 200)
				throw new Error('The intake is not well any more');
		},
		async close() {
			agent.destroy();
			await intake.stop();
		},
	};
}

const isBrokenOff = (error: unknown): boolean =>
	['ECONNRESET', 'EPIPE'].includes((error as NodeJS.ErrnoException).code ?? '');

const signed = (bytes: Buffer): string =>
	`sha256=${createHmac('sha256', SECRET).update(bytes).digest('hex')}`;

interface Asked {
	method: string;
	bytes?: Buffer;
	headers?: Record<string, string>;
}

async function answerTo(url: string, agent: Agent, given: Asked): Promise<number> {
	const { method, bytes } = given;
	// Node frames the body of some methods only when it is told the length.
	const length = { 'content-length': String(bytes?.length ?? 0) };
	const headers = given.headers?.['transfer-encoding'] ? given.headers : { ...length, ...given.headers };
	return await new Promise<number>((resolve, reject) => {
		const asked = request(url, { method, agent, timeout: PATIENCE_MS, headers }, (response) => {
			response.resume().once('end', () => resolve(response.statusCode ?? 0));
			response.once('error', reject);
		});
		asked.once('timeout', () => asked.destroy(new Error('The webhook did not answer')));
		asked.once('error', reject).end(bytes);
	});
}

interface OddRequest {
	method: string;
	headers: Record<string, string>;
	packed: Buffer;
	right: number[];
}

/** A request that is well-formed HTTP and no delivery as it should be. */
function oddRequest(chance: Chance, bytes: Buffer): OddRequest {
	const signature = signed(bytes);
	const ways: (() => Partial<OddRequest>)[] = [
		() => ({ headers: {}, right: [401] }),
		() => ({ headers: { [SIGNATURE]: `sha256=${'0'.repeat(64)}` }, right: [401] }),
		() => ({ headers: { [SIGNATURE]: signature.slice(0, chance.between(0, 70)) }, right: [401] }),
		() => ({ headers: { [SIGNATURE]: signature.toUpperCase() }, right: [401] }),
		() => ({ packed: Buffer.concat([bytes, Buffer.from(' ')]), right: [401] }),
		// Signed is what was packed, as n8n has it; packed bytes that are none are the sender's fault.
		() => ({ packed: gzipSync(bytes), headers: { [SIGNATURE]: signature, 'content-encoding': 'gzip' } }),
		() => ({
			packed: deflateSync(bytes),
			headers: { [SIGNATURE]: signature, 'content-encoding': 'deflate' },
		}),
		() => ({ headers: { [SIGNATURE]: signature, 'content-encoding': 'gzip' }, right: [400] }),
		() => ({ headers: { [SIGNATURE]: signature, 'content-encoding': 'br' } }),
		() => ({ headers: { [SIGNATURE]: signature, 'content-type': 'multipart/form-data; boundary=x' } }),
		() => ({ headers: { [SIGNATURE]: signature, 'transfer-encoding': 'chunked' } }),
		() => ({ method: chance.oneOf(['PUT', 'DELETE', 'PATCH', 'OPTIONS']), right: [405] }),
	];
	const way = chance.oneOf(ways)();
	return {
		...{ method: 'POST', headers: { [SIGNATURE]: signature }, packed: bytes, right: [200, 400] },
		...way,
	};
}

/** Bytes that are hardly HTTP. */
function rawRequest(chance: Chance, bytes: Buffer): Buffer {
	const { length } = bytes;
	const head = (lines: string[]) => Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
	const sign = `X-Hub-Signature-256: ${signed(bytes)}`;
	const ways: (() => Buffer)[] = [
		() => bytes,
		() => head(['POST /webhook HTTP/1.1', sign, `Content-Length: ${length}`]),
		() =>
			Buffer.concat([
				head(['POST /webhook HTTP/1.1', 'Host: x', sign, `Content-Length: ${length + 99}`]),
				bytes,
			]),
		() => Buffer.concat([head(['POST /webhook HTTP/1.1', 'Host: x', sign, 'Content-Length: -1']), bytes]),
		() =>
			Buffer.concat([head(['POST /webhook HTTP/1.1', 'Host: x', sign, 'Transfer-Encoding: chunked']), bytes]),
		() => head(['POST /webhook HTTP/1.1', 'Host: x', sign, 'Content-Length: 1', 'Content-Length: 2']),
		() =>
			head([
				'GET /webhook?hub.mode=subscribe&hub.challenge=%ff%00&hub.verify_token=%E0%A4%A HTTP/1.1',
				'Host: x',
			]),
		() => head([`GET /webhook?${'hub.mode=subscribe&'.repeat(500)} HTTP/1.1`, 'Host: x']),
		() => head([`GET ${'/..'.repeat(chance.between(1, 2_000))} HTTP/1.1`, 'Host: x']),
		() => head(['POST /webhook HTTP/1.1', 'Host: x', `X-Hub-Signature-256: sha256=${'f'.repeat(20_000)}`]),
		() => head(['POST /webhook HTTP/9.9', 'Host: x']),
		() => Buffer.from(`POST /webhook HTTP/1.1\r\nHost: x\r\n${'a: b\r\n'.repeat(3_000)}`),
	];
	return chance.oneOf(ways)();
}

/** Writes and goes away, as whoever looks for weak servers does; whatever comes back is not a fault of ours. */
async function writeRaw(address: string, bytes: Buffer): Promise<void> {
	const { hostname, port } = new URL(address);
	const received = await new Promise<string>((resolve) => {
		let text = '';
		const socket = connect(Number(port), hostname, () => {
			socket.write(bytes);
			// What is not complete would be waited for.
			socket.end();
		});
		socket.setTimeout(PATIENCE_MS, () => socket.destroy());
		socket.setEncoding('latin1').on('data', (part: string) => (text += part));
		socket.once('error', () => resolve(text)).once('close', () => resolve(text));
	});
	const status = Number(/^HTTP\/1\.1 (\d+)/.exec(received)?.[1] ?? 0);
	if (status >= 500 && status !== 505) throw new Error(`Raw bytes were answered ${status}`);
}
