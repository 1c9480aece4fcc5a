import { createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

export interface Proxy {
	port: number;
	/** What it was asked for, e.g. "CONNECT model.example:443" or "POST http://model.example/v1/…". */
	asked: string[];
	/** The passwords it was given, as they came. */
	passwords: (string | undefined)[];
	close(): Promise<void>;
}

/**
 * A proxy as companies have one: it tunnels to port 443 only, fetches plain addresses itself, and knows names that nobody
 * else knows; `hosts` gives each the local port behind it.
 */
export async function startProxy(hosts: Record<string, number>): Promise<Proxy> {
	const asked: string[] = [];
	const passwords: Proxy['passwords'] = [];
	const server = createServer((incoming, answer) => {
		const { method, url = '', headers } = incoming;
		asked.push(`${method} ${url}`);
		passwords.push(headers['proxy-authorization']);
		const { hostname, pathname, search } = new URL(url, 'http://nowhere.invalid');
		const port = hosts[hostname];
		if (port === undefined) return void answer.writeHead(502).end();
		const onward = request({ method, headers, port, host: '127.0.0.1', path: pathname + search }, (got) => {
			answer.writeHead(got.statusCode ?? 502, got.headers);
			got.pipe(answer);
		});
		onward.on('error', () => answer.destroy());
		incoming.pipe(onward);
	});
	server.on('connect', ({ url = '', headers }, socket, head) => {
		asked.push(`CONNECT ${url}`);
		passwords.push(headers['proxy-authorization']);
		const [host = '', port] = url.split(':');
		const to = hosts[host];
		if (to === undefined || port !== '443')
			return void socket.end(`HTTP/1.1 ${to === undefined ? '502 Bad Gateway' : '403 Forbidden'}\r\n\r\n`);
		const onward = connect(to, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			onward.write(head);
			socket.pipe(onward).pipe(socket);
		});
		for (const end of [onward, socket]) end.on('error', () => [onward, socket].map((one) => one.destroy()));
	});
	return { port: await listening(server), asked, passwords, close: async () => await closed(server) };
}

/** Starts a server on a free port. */
export async function listening(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

/** Ends a server with all its connections. */
export async function closed(server: Server): Promise<void> {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
}
