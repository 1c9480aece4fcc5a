import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startNodeScript } from '../../harness/shared/child.ts';

const root = join(import.meta.dirname, '..', '..');

export type SandboxProcess = {
	url: string;
	/** Calls the control API (`/api` + path) and answers its JSON; throws with its sentence when it refuses. */
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	api(method: string, path: string, body?: unknown): Promise<any>;
	close(): Promise<void>;
};

/** Starts `node sandbox/main.ts` on a free port, in a process of its own. */
export async function startSandboxProcess(
	options: { webhook?: string; args?: string[] } = {},
): Promise<SandboxProcess> {
	const webhook = options.webhook ? ['--webhook', options.webhook] : [];
	const args = [join(root, 'sandbox', 'main.ts'), '--port', '0', ...webhook, ...(options.args ?? [])];
	const child = startNodeScript({ name: 'The sandbox', args });
	const [, url = ''] = await child.line(/^Sandbox ready at (\S+)/);
	return {
		url,
		async api(method, path, body) {
			const response = await fetch(`${url}/api${path}`, {
				method,
				headers: { 'content-type': 'application/json' },
				...(body !== undefined && { body: JSON.stringify(body) }),
			});
			const answer = (await response.json()) as { error?: string };
			if (!response.ok) throw new Error(`${method} /api${path}: ${answer.error}`);
			return answer;
		},
		async close() {
			await child.stop();
		},
	};
}

export type ReceivedWebhook = {
	raw: string;
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	body: any;
	headers: IncomingHttpHeaders;
	/** Whether the signature is that of these very bytes. */
	signed: boolean;
};

export type WebhookReceiver = {
	url: string;
	received: ReceivedWebhook[];
	/** What it answers, in order; the last one stays. 200 from the start. */
	answers: number[];
	/** Resolves with the first webhook that fits, also one that is already there. */
	next(fits: (webhook: ReceivedWebhook) => boolean): Promise<ReceivedWebhook>;
	close(): Promise<void>;
};

/** A small server that takes webhooks, checks their signature by itself and answers the handshake. */
export async function startWebhookReceiver(
	options: { secret?: string; verifyToken?: string } = {},
): Promise<WebhookReceiver> {
	const { secret = 'sandbox-app-secret', verifyToken = 'sandbox-verify-token' } = options;
	const received: ReceivedWebhook[] = [];
	const answers: number[] = [200];
	const server: Server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			if (request.method === 'GET') {
				const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
				const verified =
					query.get('hub.mode') === 'subscribe' && query.get('hub.verify_token') === verifyToken;
				response.statusCode = verified ? 200 : 403;
				response.end(verified ? query.get('hub.challenge') : '');
				return;
			}
			const bytes = Buffer.concat(chunks);
			const raw = bytes.toString('utf8');
			const signature = `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;
			let body: unknown;
			try {
				body = JSON.parse(raw);
			} catch {
				body = undefined;
			}
			received.push({
				raw,
				body,
				headers: request.headers,
				signed: request.headers['x-hub-signature-256'] === signature,
			});
			response.statusCode = (answers.length > 1 ? answers.shift() : answers[0]) ?? 200;
			response.end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/webhook`,
		received,
		answers,
		async next(fits) {
			for (let waited = 0; waited < 4_000; waited += 20) {
				const found = received.find(fits);
				if (found) return found;
				await new Promise((resolve) => setTimeout(resolve, 20));
			}
			throw new Error(
				`No such webhook came. These did: ${received.map((webhook) => webhook.raw).join('\n')}`,
			);
		},
		async close() {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
