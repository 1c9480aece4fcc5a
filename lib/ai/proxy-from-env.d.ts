declare module 'proxy-from-env' {
	/** The address of the proxy for a request, or an empty text. */
	export function getProxyForUrl(url: URL): string;
}
