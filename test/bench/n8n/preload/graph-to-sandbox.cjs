// n8n's built-in WhatsApp Trigger knows one address only, https://graph.facebook.com. Loaded into the bench's own n8n
// processes before anything else, this sends what is asked there to the sandbox instead; nothing else is changed.
const http = require('node:http');
const https = require('node:https');
const { urlToHttpOptions } = require('node:url');

const sandbox = process.env.BENCH_GRAPH_URL && new URL(process.env.BENCH_GRAPH_URL);
if (sandbox) {
	const agent = new http.Agent({ keepAlive: true });
	const outside = https.request;
	https.request = function request(first, ...rest) {
		const isAddress = typeof first === 'string' || first instanceof URL;
		const given = typeof rest[0] === 'object' ? rest[0] : {};
		const options = isAddress ? { ...urlToHttpOptions(new URL(first)), ...given } : first;
		if ((options.hostname ?? options.host) !== 'graph.facebook.com')
			return outside.call(this, first, ...rest);
		const { hostname, port } = sandbox;
		return http.request(
			{
				...options,
				...{
					protocol: 'http:',
					hostname,
					host: hostname,
					port,
					agent,
					path: sandbox.pathname + options.path,
				},
				headers: { ...options.headers, host: sandbox.host },
			},
			rest.find((one) => typeof one === 'function'),
		);
	};
}
