import type { ServerResponse } from 'node:http';

/** What a request is answered with; as plain text, so that nothing a caller sends can come back as a page. */
export interface Answer {
	status: number;
	text: string;
	headers?: Record<string, string>;
}

/** Sends an answer, unless whoever asked has gone. */
export function send(
	response: ServerResponse,
	{ status, text, headers }: Answer,
	{ last = false }: { last?: boolean } = {},
): void {
	if (response.headersSent || response.destroyed) return;
	const bytes = Buffer.from(text);
	response.writeHead(status, {
		'content-type': 'text/plain; charset=utf-8',
		'content-length': bytes.length,
		'x-content-type-options': 'nosniff',
		'cache-control': 'no-store',
		...(last ? { connection: 'close' } : {}),
		...headers,
	});
	response.end(response.req.method === 'HEAD' ? undefined : bytes);
}
