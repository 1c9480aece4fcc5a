import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Gate {
	url: string;
	stop(): Promise<void>;
}

/**
 * Stands before n8n as a reverse proxy with a health check does. n8n 2.39 answers every request with 200 and "n8n is
 * starting up" while it prepares its database (seen 2026-11-24), and Meta would take that for its receipt; its readiness
 * check tells the truth.
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
	const { ok } = await fetch(`${target}/healthz/readiness`);
	if (!ok) return new Response('n8n is not ready', { status: 503 });
	const headers = { ...request.headers } as Record<string, string>;
	for (const name of ['host', 'connection', 'content-length', 'transfer-encoding']) delete headers[name];
	return await fetch(`${target}${request.url ?? '/'}`, {
		method: request.method ?? 'POST',
		headers,
		body: new Uint8Array(Buffer.concat(parts)),
	});
}
