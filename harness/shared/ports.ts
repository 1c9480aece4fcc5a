import { createServer } from 'node:net';
import { CliError } from './cli-error.ts';

const HOST = '127.0.0.1';

/** Some free ports, all different. */
export async function freePorts(count: number): Promise<number[]> {
	const held = await Promise.all(Array.from({ length: count }, () => listen(0)));
	await Promise.all(held.map(async (server) => await server.close()));
	return held.map((server) => server.port);
}

/** Fails with a way out when a port cannot be used. `purpose` names what it is for. */
export async function requirePort(port: number, purpose: string, wayOut: string): Promise<void> {
	try {
		await (await listen(port)).close();
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const why = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`;
		throw new CliError(`Port ${port}, meant for ${purpose}, ${why}. ${wayOut}`);
	}
}

async function listen(port: number): Promise<{ port: number; close: () => Promise<void> }> {
	const server = createServer();
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, HOST, resolve);
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
	return {
		port: address.port,
		close: async () => await new Promise((resolve) => server.close(() => resolve())),
	};
}
