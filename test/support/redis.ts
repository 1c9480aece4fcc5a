import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startProgram } from '../../harness/shared/child.ts';
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
	const server = startProgram({
		...{ name: PROGRAM, command: PROGRAM },
		args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
	});
	const removeFolder = () => rmSync(folder, { recursive: true, force: true });
	process.once('exit', removeFolder);
	await server.line(/Ready to accept connections/);
	return {
		host: HOST,
		port,
		async stop() {
			await server.stop();
			process.off('exit', removeFolder);
			removeFolder();
		},
	};
}
