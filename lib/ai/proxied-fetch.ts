import { getProxyForUrl } from 'proxy-from-env';

type Fetch = typeof fetch;

let kept: { proxy: string; fetch: Fetch } | undefined;

/**
 * How requests to an address leave this machine: by the proxy that HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY name for
 * it, or undefined where they name none and the fetch that Node brings will do, which knows nothing of them. They are read by
 * the same library as in n8n's own requests, so that a credential that passes its test works in a run too. Certificates of
 * NODE_EXTRA_CA_CERTS hold for both.
 */
export async function proxiedFetch(url: string): Promise<Fetch | undefined> {
	// Given as text it would be taken apart by a function of Node that is on its way out.
	const proxy = URL.canParse(url) ? getProxyForUrl(new URL(url)) : '';
	if (proxy === '') return undefined;
	if (kept?.proxy === proxy) return kept.fetch;
	const fetch = await fetchThrough(proxy);
	kept = { proxy, fetch };
	return fetch;
}

/** Loaded when the first proxy is met: few machines have one. */
async function fetchThrough(uri: string): Promise<Fetch> {
	const { ProxyAgent, fetch: request } = await import('undici');
	const dispatcher = new ProxyAgent({
		uri,
		// A plain address is asked for as HTTP has it and as n8n does; many proxies tunnel to port 443 only.
		proxyTunnel: false,
		// The client watches the clock.
		...{ headersTimeout: 0, bodyTimeout: 0 },
	});
	return (async (input: string, init?: object) => await request(input, { ...init, dispatcher })) as Fetch;
}
