import type OpenAI from 'openai';
import { proxiedFetch } from './proxied-fetch.ts';

const DEFAULT_TIMEOUT_MS = 45_000;

/** Loads the SDK on first use: n8n loads every node at start, and most starts never ask a model. */
export async function createClient({
	baseUrl,
	apiKey,
	timeoutMs = DEFAULT_TIMEOUT_MS,
}: {
	baseUrl: string;
	apiKey: string;
	timeoutMs?: number;
}): Promise<OpenAI> {
	const { OpenAI: Sdk } = await import('openai');
	class Client extends Sdk {
		/** The SDK keeps of a body only what stands under `error`; many servers say elsewhere what is wrong. */
		protected override makeStatusError(...parts: Parameters<OpenAI['makeStatusError']>) {
			const [, body, message] = parts;
			return Object.assign(super.makeStatusError(...parts), { body: body ?? message });
		}
	}
	const fetch = await proxiedFetch(baseUrl);
	return new Client({
		baseURL: baseUrl,
		// The SDK refuses to start without a key; a server that wants none does not look at it.
		apiKey: apiKey || 'none',
		timeout: timeoutMs,
		maxRetries: 0,
		...(fetch ? { fetch } : {}),
		// n8n's process may carry OPENAI_* variables that belong to something else.
		organization: null,
		project: null,
	});
}
