import type { GraphTransport } from '../../../lib/index.ts';
import { GRAPH_VERSION, SANDBOX_SECRETS } from '../credentials.ts';

const TIMEOUT_MS = 30_000;

/** Requests to the sandbox's Graph API, as the nodes send them by n8n. */
export function sandboxTransport(sandboxUrl: string): GraphTransport {
	return async ({ method, path, body, raw, query = {} }) => {
		const url = new URL(`${sandboxUrl}/graph/${GRAPH_VERSION}/${path}`);
		for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
		const content = raw
			? { type: raw.contentType, bytes: Buffer.from(raw.bytes) }
			: body && { type: 'application/json', bytes: JSON.stringify(body) };
		const response = await fetch(url, {
			method,
			headers: {
				authorization: `Bearer ${SANDBOX_SECRETS.accessToken}`,
				...(content ? { 'content-type': content.type } : {}),
			},
			...(content ? { body: content.bytes } : {}),
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		return { status: response.status, body: await response.json() };
	};
}
