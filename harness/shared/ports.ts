import { createServer } from 'node:net';
import getPort from 'get-port';
import { CliError } from './cli-error.ts';

const HOST = '127.0.0.1';

/** Some free ports, all different, and not given to anybody else of this process for some seconds. */
export async function freePorts(count: number): Promise<number[]> {
	return await Promise.all(Array.from({ length: count }, async () => await getPort({ host: HOST })));
}

/**
 * Fails with a way out when a port cannot be used. `purpose` names what it is for. It is tried here because get-port
 * would give another one without a word of why.
 */
export async function requirePort(port: number, purpose: string, wayOut: string): Promise<void> {
	const server = createServer();
	try {
		await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, HOST, resolve));
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const why = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`;
		throw new CliError(`Port ${port}, meant for ${purpose}, ${why}. ${wayOut}`);
	}
	await new Promise<void>((resolve) => server.close(() => resolve()));
}
