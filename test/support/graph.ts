import type { GraphTransport } from '../../lib/index.ts';

/** Requests to a sandbox's Graph API, straight and without n8n. */
export function graphTo(url: string, timeoutMs = 5_000): GraphTransport {
	return async ({ method, path, body, raw, query }) => {
		const address = new URL(`${url}/graph/v27.0/${path}`);
		for (const [name, value] of Object.entries(query ?? {})) address.searchParams.set(name, String(value));
		const response = await fetch(address, {
			method,
			headers: {
				authorization: 'Bearer sandbox-access-token',
				'content-type': raw?.contentType ?? 'application/json',
			},
			signal: AbortSignal.timeout(timeoutMs),
			...(raw ? { body: raw.bytes as BodyInit } : body ? { body: JSON.stringify(body) } : {}),
		});
		return { status: response.status, body: await response.json() };
	};
}
