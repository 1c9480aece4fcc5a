import { createServer } from 'node:net';
import getPort from 'get-port';
import { CliError } from './cli-error.ts';

const HOST = '127.0.0.1';
const WORDS = {
	en: {
		port: 'Port {port}, meant for {purpose},',
		taken: 'is taken by another program',
		unusable: 'cannot be used',
	},
	es: {
		port: 'El puerto {port}, para {purpose},',
		taken: 'lo usa otro programa',
		unusable: 'no se puede usar',
	},
};

/** Some free ports, all different, and not given to anybody else of this process for some seconds. */
export async function freePorts(count: number): Promise<number[]> {
	return await Promise.all(Array.from({ length: count }, async () => await getPort({ host: HOST })));
}

/**
 * Fails with a way out when a port cannot be used. `purpose` names what it is for. It is tried here because get-port
 * would give another one without a word of why.
 */
export async function requirePort(
	port: number,
	purpose: string,
	wayOut: string,
	lang: keyof typeof WORDS = 'en',
): Promise<void> {
	const server = createServer();
	try {
		await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, HOST, resolve));
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const { taken, unusable, port: named } = WORDS[lang];
		const why = code === 'EADDRINUSE' ? taken : `${unusable} (${code})`;
		throw new CliError(
			`${named.replace('{port}', String(port)).replace('{purpose}', () => purpose)} ${why}. ${wayOut}`,
		);
	}
	await new Promise<void>((resolve) => server.close(() => resolve()));
}
