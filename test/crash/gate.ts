import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isReady } from '../../harness/n8n/readiness.ts';

export interface Gate {
	url: string;
	stop(): Promise<void>;
}

/**
 * Stands before n8n as a reverse proxy with a health check does: what n8n answers while it starts, Meta would take for its
 * receipt.
 */
export async function startGate(target: string): Promise<Gate> {
	const server = createServer((request, response) => {
		pass(target, request)
			.then(async (answer) => response.writeHead(answer.status).end(await answer.text()))
			.catch(() => response.writeHead(502).end());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function pass(target: string, request: IncomingMessage): Promise<Response> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	if (!(await isReady(target))) return new Response('n8n is not ready', { status: 503 });
	const headers = { ...request.headers } as Record<string, string>;
	for (const name of ['host', 'connection', 'content-length', 'transfer-encoding']) delete headers[name];
	return await fetch(`${target}${request.url ?? '/'}`, {
		method: request.method ?? 'POST',
		headers,
		body: new Uint8Array(Buffer.concat(parts)),
	});
}
