import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePorts } from '../../harness/shared/ports.ts';

const PROGRAM = 'redis-server';
const HOST = '127.0.0.1';

export interface RedisServer {
	host: string;
	port: number;
	/** Ends it and removes its data. */
	stop(): Promise<void>;
}

/** Starts a Redis of its own (Debian's package) on a free port, with its data in a temporary folder. */
export async function startRedis(): Promise<RedisServer> {
	const onPath = (process.env.PATH ?? '')
		.split(delimiter)
		.some((folder) => existsSync(join(folder, PROGRAM)));
	if (!onPath)
		throw new Error(
			`The tests of queue mode need ${PROGRAM} and found none. Install it: apt-get install ${PROGRAM}`,
		);
	const [port = 0] = await freePorts(1);
	const folder = mkdtempSync(join(tmpdir(), 'meta-followup-redis-'));
	const settings = { port, bind: HOST, dir: folder, save: '', appendonly: 'no' };
	const server = spawn(
		PROGRAM,
		Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	);
	const kill = () => server.kill('SIGKILL');
	const removeFolder = () => rmSync(folder, { recursive: true, force: true });
	process.once('exit', kill);
	process.once('exit', removeFolder);
	await new Promise<void>((resolve, reject) => {
		let said = '';
		server.stdout.on('data', (chunk: Buffer) => {
			if (said.length < 20_000) said += chunk.toString();
			if (said.includes('Ready to accept connections')) resolve();
		});
		server.once('exit', (code) => reject(new Error(`${PROGRAM} ended with code ${code}: ${said}`)));
		server.once('error', reject);
	});
	return {
		host: HOST,
		port,
		async stop() {
			const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
			if (server.exitCode === null && server.signalCode === null) {
				server.kill('SIGTERM');
				await ended;
			}
			process.off('exit', kill);
			process.off('exit', removeFolder);
			removeFolder();
		},
	};
}
